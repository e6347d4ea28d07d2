import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { findingOutcomes, type FindingOutcome } from '../regulations/domain/finding.ts';

export class RecordFindingRequest {
  @EnumField({ description: 'Voldaan, niet voldaan, of nog te beoordelen.', choices: findingOutcomes })
  outcome!: FindingOutcome;

  @TextField({
    description: 'Waarom, als hele zin voor de aanvrager: deze zin komt in de brief.',
    minLength: 10,
    maxLength: 1000,
  })
  reason!: string;
}
