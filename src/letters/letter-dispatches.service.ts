import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { insertRows } from '../platform/database/insert-rows.ts';
import type { LetterChannel } from './domain/letter-channel.ts';
import { LetterDispatchEntity } from './letter-dispatch.entity.ts';

/** Who records what leaves by itself. */
export const byTheService = 'service';

/** The log of what was sent when; it can only be added to. */
@Injectable()
export class LetterDispatches {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param recordedBy subject of who says so */
  add(
    manager: EntityManager,
    letterId: string,
    sending: { readonly sentOn: CalendarDate; readonly channel: LetterChannel },
    recordedBy: string,
  ): LetterDispatchEntity {
    const dispatch = Object.assign(new LetterDispatchEntity(), {
      ...{ id: newId(), letterId, sentOn: sending.sentOn, channel: sending.channel },
      ...{ recordedAt: this.#clock.now(), recordedBy },
    });
    insertRows(manager, LetterDispatchEntity, [dispatch]);
    return dispatch;
  }

  /** Each time that a letter left, first one first, after the one with this id. */
  ofLetter(
    manager: EntityManager,
    letterId: string,
    { afterId, limit }: { readonly afterId: string | null; readonly limit: number },
  ): Promise<LetterDispatchEntity[]> {
    const query = manager
      .createQueryBuilder(LetterDispatchEntity, 'dispatch')
      .where('dispatch.letterId = :letterId', { letterId })
      .orderBy('dispatch.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('dispatch.id > :afterId', { afterId });
    return query.getMany();
  }

  /** What leaves by post on a day, in the order in which it was recorded. */
  byPostOn(
    manager: EntityManager,
    sentOn: CalendarDate,
    { afterId, limit }: { readonly afterId: string | null; readonly limit: number },
  ): Promise<LetterDispatchEntity[]> {
    const query = manager
      .createQueryBuilder(LetterDispatchEntity, 'dispatch')
      .where("dispatch.sentOn = :sentOn AND dispatch.channel = 'post'", { sentOn })
      .orderBy('dispatch.id')
      .limit(limit);
    if (afterId !== null) query.andWhere('dispatch.id > :afterId', { afterId });
    return query.getMany();
  }
}
