import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { JournalExport } from './journal-export.service.ts';
import { LedgerLimitResponse, LedgerYearResponse } from './ledger-limit.response.ts';
import { limitColumns, openCommitmentColumns, openHoldColumns } from './csv-columns.ts';
import { LedgerOverviews } from './ledger-overviews.service.ts';
import { OpenCommitmentResponse } from './open-commitment.response.ts';
import { OpenHoldResponse } from './open-hold.response.ts';

export class JournalQuery {
  @IntegerField({
    description: 'Alleen budgetten van dit jaar.',
    minimum: 1900,
    maximum: 2199,
    optional: true,
  })
  year?: number;
}

export class OfYearQuery extends PageQuery {
  @IntegerField({
    description: 'Alleen van budgetten van dit jaar.',
    minimum: 1900,
    maximum: 2199,
    optional: true,
  })
  year?: number;
}

@Controller()
export class LedgerOverviewsController {
  readonly #overviews: LedgerOverviews;
  readonly #journal: JournalExport;

  constructor(overviews: LedgerOverviews, journal: JournalExport) {
    this.#overviews = overviews;
    this.#journal = journal;
  }

  @Get('open-commitments')
  @Operation({
    id: 'listOpenCommitments',
    summary: 'Openstaande toezeggingen',
    description: 'Wat is verleend en nog niet betaald: de lijst bij het jaareinde. Ook als CSV.',
    tag: 'grootboek',
    right: 'ledger:read',
    list: OpenCommitmentResponse,
    csv: { property: 'items', columns: openCommitmentColumns },
  })
  openCommitments(@Query() query: OfYearQuery): Promise<Page<OpenCommitmentResponse>> {
    return this.#overviews.openCommitments(query.year ?? null, query);
  }

  @Get('open-holds')
  @Operation({
    id: 'listOpenHolds',
    summary: 'Openstaande reserveringen',
    description:
      'Wat apart wordt gehouden en waarvoor, met het kenmerk waarmee een besluit het kan gebruiken. Ook als CSV.',
    tag: 'grootboek',
    right: 'ledger:read',
    list: OpenHoldResponse,
    csv: { property: 'items', columns: openHoldColumns },
  })
  openHolds(@Query() query: OfYearQuery): Promise<Page<OpenHoldResponse>> {
    return this.#overviews.openHolds(query.year ?? null, query);
  }

  @Get('ledger-limits')
  @Operation({
    id: 'listLedgerLimits',
    summary: 'De maxima naast het plafond van een kern',
    description:
      'Per categorie en thema binnen een kern, en per regeling: wat mag, wat is gebruikt en wat nog kan. Ook als CSV.',
    tag: 'grootboek',
    right: 'ledger:read',
    list: LedgerLimitResponse,
    csv: { property: 'items', columns: limitColumns },
  })
  limits(@Query() query: PageQuery): Promise<Page<LedgerLimitResponse>> {
    return this.#overviews.limits(query);
  }

  @Get('ledger-years')
  @Operation({
    id: 'listLedgerYears',
    summary: 'De jaren van het grootboek',
    description: 'Welke jaren open zijn en welke zijn afgesloten.',
    tag: 'grootboek',
    right: 'ledger:read',
    list: LedgerYearResponse,
  })
  years(@Query() query: PageQuery): Promise<Page<LedgerYearResponse>> {
    return this.#overviews.years(query);
  }

  @Get('ledger-journal')
  @Operation({
    id: 'exportLedgerJournal',
    summary: 'Het grootboek als journaal',
    description: 'Alle boekingen in de vorm van hledger, om de saldi met een ander programma na te rekenen.',
    tag: 'grootboek',
    right: 'ledger:read',
    file: 'text/plain',
  })
  journal(@Query() query: JournalQuery): StreamableFile {
    const stream = Readable.from(this.#journal.journal(query.year ?? null));
    return new StreamableFile(stream, { type: 'text/plain; charset=utf-8' });
  }

  @Get('ledger-entries')
  @Operation({
    id: 'exportLedgerEntries',
    summary: 'Het grootboek als CSV',
    description:
      'Alle boekingen van alle budgetten in één bestand voor een spreadsheet. Met filters en per bladzijde: de boekingen van één budget.',
    tag: 'grootboek',
    right: 'ledger:read',
    file: 'text/csv',
  })
  entries(@Query() query: JournalQuery): StreamableFile {
    const stream = Readable.from(this.#journal.spreadsheet(query.year ?? null));
    return new StreamableFile(stream, { type: 'text/csv; charset=utf-8' });
  }
}
