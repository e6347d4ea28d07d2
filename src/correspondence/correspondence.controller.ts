import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { CorrespondenceLog } from './correspondence-log.service.ts';
import { CorrespondenceResponse } from './correspondence.response.ts';
import { NoteResponse } from './note.response.ts';
import { Notes } from './notes.service.ts';
import { RecordNoteRequest } from './record-note.request.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

/** What was said, received and sent about a case. */
@Controller('applications/:applicationId')
export class CorrespondenceController {
  readonly #notes: Notes;
  readonly #log: CorrespondenceLog;

  constructor(notes: Notes, log: CorrespondenceLog) {
    this.#notes = notes;
    this.#log = log;
  }

  @Post('notes')
  @Operation({
    id: 'recordNote',
    summary: 'Leg een gesprek, bezoek of ander bericht vast',
    description:
      'Ook een brief of e-mail die buiten de dienst om kwam. Een notitie verandert niet meer; een volgende notitie verbetert haar. De aanvrager ziet haar niet vanzelf, maar zij hoort bij het dossier.',
    tag: 'behandeling',
    right: 'note:record',
    ok: NoteResponse,
    status: 201,
    problems: [409],
  })
  record(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Application() applicationId: string,
    @Body() request: RecordNoteRequest,
  ): Promise<NoteResponse> {
    return this.#notes.record(actor, claim, applicationId, request);
  }

  @Get('notes')
  @Operation({
    id: 'listNotes',
    summary: 'De notities bij een aanvraag',
    description: 'In volgorde van vastleggen, ook wat later is verbeterd.',
    tag: 'behandeling',
    right: 'note:read',
    list: NoteResponse,
  })
  list(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<NoteResponse>> {
    return this.#notes.list(actor, applicationId, query);
  }

  @Get('correspondence')
  @Operation({
    id: 'listCorrespondence',
    summary: 'Wat er over een aanvraag binnenkwam en uitging',
    description:
      'Aanvraag, aanvullingen, ontvangstbevestiging, brieven, ingebrekestelling, gesprekken en bezoeken: op dag, oudste eerst, met de weg waarlangs.',
    tag: 'behandeling',
    right: 'note:read',
    list: CorrespondenceResponse,
  })
  correspondence(
    @Caller() actor: Actor,
    @Application() applicationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<CorrespondenceResponse>> {
    return this.#log.page(actor, applicationId, query);
  }
}
