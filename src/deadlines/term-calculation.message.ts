import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TermStepResponse } from './deadlines.response.ts';
import { type TermAnswer, type TermKind, termKinds } from './domain/term-calculation.ts';

const termUnits = ['days', 'weeks', 'months'] as const;

export class TermCalculationRequest {
  @EnumField({
    description:
      'Welke termijn: een aantal dagen, weken of maanden; werkdagen; buiten behandeling laten (Awb 4:5); dwangsom (4:17); bezwaar (6:7), per post (6:9) en de beslissing daarop (7:10); betalen (4:87); betaling opschorten (4:56); terugvorderen (4:57).',
    choices: termKinds,
  })
  kind!: TermKind;

  @CalendarDateField({
    description:
      'De dag waarna de termijn begint, zoals de dag van verzending; bij een dwangsom de dag waarop de ingebrekestelling is ontvangen.',
  })
  startsAfter!: CalendarDate;

  @IntegerField({
    description: 'Hoeveel dagen, weken, maanden of werkdagen; bij betalen hoeveel weken.',
    minimum: 1,
    maximum: 400,
    optional: true,
  })
  count?: number;

  @EnumField({ description: 'Dagen, weken of maanden.', choices: termUnits, optional: true })
  unit?: (typeof termUnits)[number];

  @FlagField({ description: 'Of de Algemene termijnenwet geldt; zonder dit wel.', optional: true })
  actApplies?: boolean;

  @FlagField({ description: 'Bij beslissen op bezwaar: of een commissie adviseert.', optional: true })
  withCommittee?: boolean;

  @FlagField({ description: 'Bij beslissen op bezwaar: of de beslissing is verdaagd.', optional: true })
  extended?: boolean;

  @CalendarDateField({ description: 'Bij bezwaar per post: de dag van ontvangst.', optional: true })
  receivedOn?: CalendarDate;

  @CalendarDateField({ description: 'Bij bezwaar per post: het poststempel.', optional: true })
  postmarkOn?: CalendarDate;

  @CalendarDateField({
    description: 'Bij een dwangsom: de laatste dag van de beslistermijn.',
    optional: true,
  })
  dueOn?: CalendarDate;

  @CalendarDateField({
    description: 'Bij een dwangsom: de dag waarop het besluit is verzonden.',
    optional: true,
  })
  decidedOn?: CalendarDate;
}

export class TermCalculationResponse {
  @CalendarDateField({ description: 'De laatste dag; bij een dwangsom de laatste dag zonder dwangsom.' })
  lastDate!: CalendarDate;

  @ListField(() => TermStepResponse, { description: 'Hoe die dag is berekend.', maxItems: 60 })
  steps!: readonly TermStepResponse[];

  @FlagField({ description: 'Bij bezwaar per post: of het op tijd is.', nullable: true })
  inTime!: boolean | null;

  @IntegerField({ description: 'Bij een dwangsom: over hoeveel dagen.', maximum: 42, nullable: true })
  penaltyDays!: number | null;

  @CentsField({ description: 'Bij een dwangsom: het bedrag, in centen.', nullable: true })
  penaltyCents!: Cents | null;

  static of({ lastDay: lastDate, steps, ...rest }: TermAnswer): TermCalculationResponse {
    return Object.assign(new TermCalculationResponse(), {
      ...{ lastDate, ...rest },
      steps: steps.map(({ on: onDate, sentence }) =>
        Object.assign(new TermStepResponse(), { onDate, sentence }),
      ),
    });
  }
}
