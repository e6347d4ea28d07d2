import { Controller, Get, Query } from '@nestjs/common';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { LedgerHeadResponse } from './ledger-head.response.ts';
import { LedgerHeads } from './ledger-heads.service.ts';

@Controller('ledger-heads')
export class LedgerHeadsController {
  readonly #heads: LedgerHeads;

  constructor(heads: LedgerHeads) {
    this.#heads = heads;
  }

  @Get()
  @Operation({
    id: 'listLedgerHeads',
    summary: 'De gepubliceerde koppen van het grootboek',
    description:
      'Per dag één hash over alle boekingen tot dan. Wie een kop bewaart, kan later laten nakijken dat er niets aan die boekingen is veranderd. Nieuwste eerst.',
    tag: 'grootboek',
    right: 'public',
    list: LedgerHeadResponse,
  })
  list(@Query() query: PageQuery): Promise<Page<LedgerHeadResponse>> {
    return this.#heads.list(query);
  }
}
