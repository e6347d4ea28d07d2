import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type LimitKind, limitKinds } from './domain/ledger-state.ts';
import {
  type RedistributionRule,
  redistributionRules,
  type RunKind,
  runKinds,
  type RunPart,
  runParts,
} from './domain/runs/run.ts';

export class RunLineRequest {
  @CodeField({
    description: 'Code van de kern. Zonder code: het ene budget dat alle kernen van de regeling delen.',
    optional: true,
  })
  kernCode?: string;

  @CentsField({
    description: 'Bedrag in centen. Zonder bedrag: alles wat beschikbaar is.',
    minimum: 1,
    optional: true,
  })
  amountCents?: Cents;

  @CodeField({ description: 'Naar welke kern, bij een overheveling.', optional: true })
  toKernCode?: string;

  @CentsField({
    description: 'Wat de kern tekortkomt, bij herverdelen naar tekort.',
    minimum: 1,
    optional: true,
  })
  shortageCents?: Cents;

  @IdField({
    description: 'Bij vrijmaken: het kenmerk van de reservering (zie openstaande reserveringen).',
    optional: true,
  })
  holdId?: string;
}

export class RunGrantRequest {
  @IdField({ description: 'De verlening: het kenmerk van het besluit.' })
  grantId!: string;

  @CentsField({ description: 'Bedrag in centen.', minimum: 1 })
  amountCents!: Cents;
}

export class BodyCountRequest {
  @CodeField({ description: 'Code van de soort organisatie in de regeling.' })
  code!: string;

  @IntegerField({ description: 'Hoeveel er van zijn.', maximum: 10_000 })
  count!: number;
}

/** A proposal to do something with budgets. Which fields are needed depends on the kind. */
export class ProposeRunRequest {
  @EnumField({ description: 'Wat er moet gebeuren.', choices: runKinds })
  kind!: RunKind;

  @CalendarDateField({ description: 'De dag waarvoor de boekingen tellen.' })
  countsOn!: CalendarDate;

  @CodeField({ description: 'Code van de regeling.', optional: true })
  regulationCode?: string;

  @CodeField({ description: 'Code van de regeling waar het geld heen gaat.', optional: true })
  toRegulationCode?: string;

  @IntegerField({
    description: 'Jaar waarvoor plafonds worden gemaakt, of dat wordt afgesloten of heropend.',
    minimum: 1900,
    maximum: 2199,
    optional: true,
  })
  year?: number;

  @IdField({ description: 'Het besluit waarop dit rust.', optional: true })
  resolutionId?: string;

  @TextField({
    description: 'Ander stuk waarop dit rust, zoals een beslissing op bezwaar.',
    maxLength: 100,
    optional: true,
  })
  reference?: string;

  @TextField({ description: 'Waarom.', maxLength: 500, optional: true })
  reason?: string;

  @ListField(() => RunLineRequest, { description: 'De kernen.', minItems: 1, maxItems: 500, optional: true })
  lines?: RunLineRequest[];

  @ListField(() => RunGrantRequest, {
    description: 'De verleningen waarvan geld wordt betaald, teruggevorderd, ontvangen of vrijgegeven.',
    minItems: 1,
    maxItems: 500,
    optional: true,
  })
  grants?: RunGrantRequest[];

  @ListField(() => BodyCountRequest, {
    description: 'Hoeveel organisaties er zijn van elke soort, als het plafond per organisatie is.',
    maxItems: 30,
    optional: true,
  })
  bodies?: BodyCountRequest[];

  @EnumField({
    description: 'Hoe wordt herverdeeld, waar de regeling dat aan het college laat.',
    choices: redistributionRules,
    optional: true,
  })
  rule?: RedistributionRule;

  @EnumField({ description: 'Soort maximum.', choices: limitKinds, optional: true })
  limitKind?: LimitKind;

  @CodeField({ description: 'Code van de categorie, het thema of het plafond.', optional: true })
  limitCode?: string;

  @CentsField({ description: 'Het maximum, in centen.', optional: true })
  limitCents?: Cents;

  @IdField({
    description: 'Boekingen om te corrigeren.',
    list: { minItems: 1, maxItems: 100 },
    optional: true,
  })
  entryIds?: string[];

  @IdField({ description: 'Mutatie om terug te draaien.', optional: true })
  runId?: string;
}

/** The parts that a request tells. */
export function partsOf(request: ProposeRunRequest): ReadonlySet<RunPart> {
  return new Set(runParts.filter((part) => request[part] !== undefined));
}

export class RejectRunRequest {
  @TextField({ description: 'Waarom het voorstel niet doorgaat.', maxLength: 500 })
  reason!: string;
}
