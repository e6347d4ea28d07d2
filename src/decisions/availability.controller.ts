import { Controller, Get } from '@nestjs/common';
import { Operation } from '../platform/http/operation.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { AvailabilityResponse } from './availability.response.ts';
import { Availability } from './availability.service.ts';

@Controller('regulations/:regulationCode/availability')
export class AvailabilityController {
  readonly #availability: Availability;

  constructor(availability: Availability) {
    this.#availability = availability;
  }

  @Get()
  @Operation({
    id: 'getAvailability',
    summary: 'Wat er nog is, en hoeveel aanvragen wachten',
    description:
      'Per kern wat nog niet is toegezegd, hoeveel aanvragen op een besluit wachten en wanneer dat valt. Voor iedereen, zonder persoonsgegevens.',
    tag: 'verdeling',
    right: 'public',
    ok: AvailabilityResponse,
  })
  of(
    @PathCode('regulationCode', 'Code van de regeling.') regulationCode: string,
  ): Promise<AvailabilityResponse> {
    return this.#availability.of(regulationCode);
  }
}
