import { FlagField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { mostLines } from './domain/resolution.ts';

/** Whether a list still holds, and what changed since it was made. */
export class ListChangesResponse {
  @FlagField({
    description: 'Of de lijst nog zegt wat nu zou worden voorgesteld; van een besloten lijst altijd.',
  })
  isCurrent!: boolean;

  @TextField({
    description: 'Zaaknummers waarvan de regel nu anders zou zijn.',
    maxLength: 14,
    list: { maxItems: mostLines },
  })
  changedNumbers!: readonly string[];

  @TextField({
    description: 'Wat er is veranderd sinds de lijst is gemaakt.',
    maxLength: 500,
    list: { maxItems: 10 },
  })
  changes!: readonly string[];
}
