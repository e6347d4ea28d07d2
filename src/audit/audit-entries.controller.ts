import { Controller, Get, Query } from '@nestjs/common';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { AuditEntriesQuery } from './audit-entries.query.ts';
import { AuditEntriesService } from './audit-entries.service.ts';
import { AuditEntryResponse, AuditVerificationResponse } from './audit-entry.response.ts';
import { AuditVerifier } from './audit-verifier.service.ts';

/** As many as are followed well within the patience of a caller; the command follows them all. */
const linksPerRequest = 10_000;

/** What an auditor sees of the work. Looking at it is recorded like every other look. */
@Controller('audit-entries')
export class AuditEntriesController {
  readonly #entries: AuditEntriesService;
  readonly #verifier: AuditVerifier;

  constructor(entries: AuditEntriesService, verifier: AuditVerifier) {
    this.#entries = entries;
    this.#verifier = verifier;
  }

  @Get()
  @Operation({
    id: 'listAuditEntries',
    summary: 'Zoek in het logboek van handelingen',
    description:
      'Wie wat deed, las of niet mocht, nieuwste eerst. Namen en teksten van aanvragers staan er niet in.',
    tag: 'toezicht',
    right: 'audit:read',
    list: AuditEntryResponse,
  })
  list(@Query() query: AuditEntriesQuery): Promise<Page<AuditEntryResponse>> {
    return this.#entries.search(query);
  }

  @Get('verification')
  @Operation({
    id: 'verifyAuditEntries',
    summary: 'Loop de laatste regels van het logboek na',
    description:
      'Volgt de laatste 10.000 schakels van de keten. Het hele logboek loopt een beheerder na met npm run audit:verify.',
    tag: 'toezicht',
    right: 'audit:read',
    ok: AuditVerificationResponse,
  })
  async verification(): Promise<AuditVerificationResponse> {
    return AuditVerificationResponse.of(await this.#verifier.verifyLast(linksPerRequest));
  }
}
