import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { type EntryKind, entryKinds } from './domain/movement.ts';
import { type Account, accounts } from './domain/position.ts';

export class BudgetsQuery extends PageQuery {
  @CodeField({ description: 'Alleen van deze kern.', optional: true })
  kernCode?: string;

  @IntegerField({ description: 'Alleen van dit jaar.', minimum: 1900, maximum: 2199, optional: true })
  year?: number;
}

/** At which moment one looks. */
export class MomentQuery {
  @IntegerField({ description: 'Zoals bekend na zoveel boekingen.', minimum: 0, optional: true })
  version?: number;

  @InstantField({ description: 'Zoals bekend op dit moment.', optional: true })
  knownAt?: Date;

  @CalendarDateField({ description: 'Alleen wat telt tot en met deze dag.', optional: true })
  countingOn?: CalendarDate;
}

/** Which entries: those behind one balance, of one grant, or of a period. */
export class EntriesQuery extends PageQuery {
  @EnumField({
    description: 'Alleen deze soorten.',
    choices: entryKinds,
    list: { maxItems: 20 },
    optional: true,
  })
  movement?: EntryKind[];

  @EnumField({ description: 'Alleen boekingen op deze rekening.', choices: accounts, optional: true })
  account?: Account;

  @IdField({ description: 'Alleen van deze verlening.', optional: true })
  grantId?: string;

  @CalendarDateField({ description: 'Telt vanaf deze dag.', optional: true })
  countsFrom?: CalendarDate;

  @CalendarDateField({ description: 'Telt tot en met deze dag.', optional: true })
  countsUntil?: CalendarDate;

  @IntegerField({ description: 'Zoals bekend na zoveel boekingen.', minimum: 0, optional: true })
  version?: number;
}
