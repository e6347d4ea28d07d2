import { Controller, Get } from '@nestjs/common';
import { Operation } from '../platform/http/operation.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { VoteTallies } from './vote-tallies.service.ts';
import { VoteTallyResponse } from './vote-tally.response.ts';

@Controller('regulations/:regulationCode/vote-tally')
export class VoteTalliesController {
  readonly #tallies: VoteTallies;

  constructor(tallies: VoteTallies) {
    this.#tallies = tallies;
  }

  @Get()
  @Operation({
    id: 'getVoteTally',
    summary: 'Reken een stemming na',
    description:
      'De volgorde en wat er past, berekend uit niets dan wat is gepubliceerd: de stemmen, de gevraagde bedragen, de plafonds, de regel en de loting. Voor iedereen.',
    tag: 'verdeling',
    right: 'public',
    ok: VoteTallyResponse,
    problems: [409],
  })
  of(
    @PathCode('regulationCode', 'Code van de regeling.') regulationCode: string,
  ): Promise<VoteTallyResponse> {
    return this.#tallies.of(regulationCode);
  }
}
