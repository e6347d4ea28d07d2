import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import { actingName } from '../platform/http/request-context.ts';
import { CaseKeys } from '../secrets/case-keys.service.ts';
import { CaseNoteEntity } from './case-note.entity.ts';

type Sealed = Pick<CaseNoteEntity, 'withWhom' | 'content' | 'recordedByName'>;

const placeOf = (id: string): string => `case_note.texts:${id}`;

/** What somebody writes in a note. */
export type WrittenNote = Pick<
  CaseNoteEntity,
  'applicationId' | 'kind' | 'direction' | 'heldOn' | 'correctsId' | 'withWhom' | 'content'
>;

/** Which notes of a case to read. */
export interface NotePart {
  readonly afterId: string | null;
  readonly limit: number;
}

/** Keeps the notes of cases; what people wrote is sealed with the key of the case. */
@Injectable()
export class CaseNotes {
  readonly #clock: Clock;
  readonly #keys: CaseKeys;

  constructor(clock: Clock, keys: CaseKeys) {
    this.#clock = clock;
    this.#keys = keys;
  }

  /** The notes of a case in the order of recording, corrected ones included; they are part of its dossier. */
  async of(
    manager: EntityManager,
    applicationId: string,
    { afterId, limit }: NotePart,
  ): Promise<CaseNoteEntity[]> {
    const query = manager
      .createQueryBuilder(CaseNoteEntity, 'note')
      .where('note.applicationId = :applicationId', { applicationId })
      .orderBy('note.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('note.id > :afterId', { afterId });
    const rows = await query.getMany();
    const key = rows.length === 0 ? null : await this.#keys.find(manager, applicationId);
    return key === null
      ? []
      : rows.map((row) => Object.assign(row, key.open<Sealed>(row.textsSealed, placeOf(row.id))));
  }

  /** Adds a note about an application that the caller has opened. @throws DomainError `note-already-corrected` */
  add(manager: EntityManager, actor: Actor, note: WrittenNote): CaseNoteEntity {
    const id = newId();
    const { withWhom, content } = note;
    const sealed: Sealed = { withWhom, content, recordedByName: actingName(actor) };
    const row = Object.assign(new CaseNoteEntity(), note, sealed, {
      ...{ id, recordedBy: actor.subject, recordedAt: this.#clock.now() },
      textsSealed: this.#keys.held(manager, note.applicationId).seal(sealed, placeOf(id)),
    });
    insertRows(manager, CaseNoteEntity, [row]);
    return row;
  }
}
