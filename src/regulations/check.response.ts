import type { Cents } from '../kernel/money.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import type { Evaluation } from './domain/evaluation.ts';
import { type ComputedFinding, type FindingOutcome, findingOutcomes } from './domain/finding.ts';
import { assumedRules } from './domain/rendering.ts';
import { type KernPart, needsConfirmation } from './domain/spanning.ts';
import type { RegulationVersion } from './domain/regulation-version.ts';

export class UsedFactResponse {
  @TextField({ description: 'Welk gegeven.', maxLength: 300 })
  name!: string;

  @TextField({ description: 'De waarde.', maxLength: 2000, minLength: 0 })
  value!: string;
}

export class ComputedFindingResponse {
  @CodeField({ description: 'Code van de voorwaarde.' })
  criterionCode!: string;

  @TextField({ description: 'Wat er moet gelden.', maxLength: 500 })
  statement!: string;

  @TextField({ description: 'Artikel of onderdeel waaruit dat volgt.', maxLength: 300 })
  basis!: string;

  @EnumField({
    description: 'Voldoet, voldoet niet, of iemand moet het beoordelen.',
    choices: findingOutcomes,
  })
  outcome!: FindingOutcome;

  @TextField({ description: 'Waarom.', maxLength: 4000 })
  sentence!: string;

  @ListField(() => UsedFactResponse, { description: 'De gegevens waarop dit rust.', maxItems: 20 })
  facts!: readonly UsedFactResponse[];

  @TextField({
    description: 'De berekening; leeg als er niets te rekenen was.',
    maxLength: 4000,
    minLength: 0,
  })
  computation!: string;

  static of(finding: ComputedFinding): ComputedFindingResponse {
    return Object.assign(new ComputedFindingResponse(), finding);
  }
}

export class CutGroundResponse {
  @TextField({ description: 'Waarom er minder is.', maxLength: 300 })
  text!: string;

  @TextField({ description: 'Waar dat staat.', maxLength: 300 })
  article!: string;
}

export class AmountLineResponse {
  @TextField({ description: 'Wat dit is.', maxLength: 300 })
  label!: string;

  @CentsField({ description: 'Bedrag in centen; een aftrek is negatief.', signed: true })
  amountCents!: Cents;

  @ObjectField(() => CutGroundResponse, { description: 'Bij een aftrek: waarom.', optional: true })
  because?: CutGroundResponse;
}

export class GrantableAmountResponse {
  @CentsField({ description: 'Hoogste bijdrage volgens de regeling, in centen; de som van de regels.' })
  grantableCents!: Cents;

  @ListField(() => AmountLineResponse, { description: 'De berekening, die optelt.', maxItems: 200 })
  lines!: readonly AmountLineResponse[];

  @TextField({
    description: 'Wat nog nodig is om te kunnen rekenen.',
    maxLength: 200,
    list: { maxItems: 10 },
  })
  missing!: readonly string[];
}

export class KernPartResponse {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @CentsField({ description: 'Het deel van deze kern, in centen; de delen zijn samen de bijdrage.' })
  amountCents!: Cents;

  @CentsField({ description: 'Wat deze kern daarvan kan geven, in centen.' })
  grantableCents!: Cents;

  @TextField({ description: 'Hoe dat is berekend.', maxLength: 500 })
  explanation!: string;
}

/** What a plan can count on. Nobody can derive a right from it: people still judge, and money may run out. */
export class CheckResponse {
  @IntegerField({ description: 'De versie van de regeling waarmee is gerekend.', minimum: 1 })
  versionNumber!: number;

  @ListField(() => ComputedFindingResponse, {
    description: 'Per voorwaarde wat de gegevens zeggen.',
    maxItems: 200,
  })
  findings!: readonly ComputedFindingResponse[];

  @ObjectField(() => GrantableAmountResponse, { description: 'De bijdrage.' })
  amount!: GrantableAmountResponse;

  @ListField(() => KernPartResponse, {
    description:
      'Voor een plan in meer kernen: wat elke kern betaalt, verdeeld zoals de regeling zegt. Kan een kern minder, dan zegt de aanvrager of het plan dan nog kan.',
    maxItems: 100,
  })
  parts!: readonly KernPartResponse[];

  @FlagField({ description: 'Of de aanvrager moet zeggen of het plan met minder nog kan.' })
  needsConfirmation!: boolean;

  @TextField({ description: 'Wat de regeling alleen aanneemt.', maxLength: 500, list: { maxItems: 50 } })
  assumedRules!: readonly string[];

  static of(
    { version, document }: RegulationVersion,
    { findings, amount }: Evaluation,
    parts: readonly KernPart[],
  ): CheckResponse {
    return Object.assign(new CheckResponse(), {
      versionNumber: version,
      findings: findings.map((finding) => ComputedFindingResponse.of(finding)),
      amount: Object.assign(new GrantableAmountResponse(), amount),
      parts: parts.map((part) => Object.assign(new KernPartResponse(), part)),
      needsConfirmation: needsConfirmation(parts),
      assumedRules: assumedRules(document),
    });
  }
}
