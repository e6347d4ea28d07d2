import { Controller, Get } from '@nestjs/common';
import { Operation } from '../platform/http/operation.ts';
import { LedgerCheckResponse } from './ledger-check.response.ts';
import { LedgerCheck } from './ledger-check.service.ts';

@Controller('ledger-check')
export class LedgerCheckController {
  readonly #check: LedgerCheck;

  constructor(check: LedgerCheck) {
    this.#check = check;
  }

  @Get()
  @Operation({
    id: 'checkLedger',
    summary: 'Kijk het hele grootboek na',
    description:
      'Speelt elke boeking opnieuw af en vergelijkt: saldi, volgnummers, maxima, hashketens, gepubliceerde koppen, besluiten en toezeggingen. Noemt de eerste fout.',
    tag: 'grootboek',
    right: 'ledger:verify',
    ok: LedgerCheckResponse,
  })
  async check(): Promise<LedgerCheckResponse> {
    const { fault, ...counts } = await this.#check.check();
    return Object.assign(new LedgerCheckResponse(), { sound: fault === null, fault, ...counts });
  }
}
