import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import type { ChainHead, LedgerHeadEntity } from './ledger-head.entity.ts';

export class ChainHeadResponse {
  @EnumField({
    description: 'Keten van een budget, van een maximum, of van de besluiten en mutaties samen.',
    choices: ['budget', 'limit', 'papers'],
  })
  kind!: ChainHead['kind'];

  @IdField({
    description: 'Kenmerk van het budget of maximum; nullen voor de keten van besluiten en mutaties.',
  })
  id!: string;

  @IntegerField({ description: 'Aantal schakels.' })
  version!: number;

  @TextField({ description: 'SHA-256 van de laatste schakel.', maxLength: 64 })
  hash!: string;
}

/** What is published of a day: it holds no personal data, and binds everything that was booked before. */
export class LedgerHeadResponse {
  @CalendarDateField({ description: 'De dag.' })
  sealedDate!: CalendarDate;

  @InstantField({ description: 'Moment van vastleggen.' })
  sealedAt!: Date;

  @TextField({ description: 'SHA-256 over de dag en alle ketens.', maxLength: 64 })
  hash!: string;

  @ListField(() => ChainHeadResponse, { description: 'De ketens.', maxItems: 100_000 })
  chains!: readonly ChainHeadResponse[];

  static of({ day, sealedAt, hash, chains }: LedgerHeadEntity): LedgerHeadResponse {
    return Object.assign(new LedgerHeadResponse(), { sealedDate: day, sealedAt, hash, chains });
  }
}
