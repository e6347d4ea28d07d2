import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type FindingOutcome, findingOutcomes } from '../regulations/domain/finding.ts';
import { GrantableAmountResponse } from '../regulations/check.response.ts';
import {
  type HistoryWarning,
  type HistoryWarningKind,
  historyWarningKinds,
} from '../regulations/domain/history.ts';
import type { Assessment } from './assessment.service.ts';
import { OlderThanChangeResponse } from './older-than-change.response.ts';
import type { AssessedFinding } from './domain/assessed-finding.ts';

export class FindingResponse {
  @CodeField({ description: 'Code van de voorwaarde.' })
  criterionCode!: string;

  @TextField({ description: 'Wat er moet gelden.', maxLength: 500 })
  statement!: string;

  @TextField({ description: 'Waar dat staat.', maxLength: 300 })
  basis!: string;

  @EnumField({ description: 'Voldaan, niet voldaan, of nog te beoordelen.', choices: findingOutcomes })
  outcome!: FindingOutcome;

  @TextField({ description: 'Waarom; deze zin komt in de brief.', maxLength: 1000 })
  reason!: string;

  @FlagField({ description: 'Of dit vanzelf volgt uit de gegevens van de aanvraag.' })
  isComputed!: boolean;

  @ObjectField(() => OlderThanChangeResponse, {
    description:
      'Wat aan de aanvraag is verbeterd, of minder is afgesproken, nadat dit is vastgesteld: de bevinding gaat over de aanvraag van daarvoor. Null als er daarna niets is veranderd.',
    nullable: true,
  })
  olderThanCorrection!: OlderThanChangeResponse | null;

  static of(finding: AssessedFinding): FindingResponse {
    const { criterionCode, statement, basis, outcome, reason, assessorSubject } = finding;
    const isComputed = assessorSubject === null && outcome !== 'needs-judgement';
    return Object.assign(new FindingResponse(), {
      criterionCode,
      statement,
      basis,
      outcome,
      reason,
      isComputed,
      olderThanCorrection: OlderThanChangeResponse.of(finding.olderThanChange),
    });
  }
}

export class HistoryWarningResponse {
  @EnumField({
    description: 'Of het gaat om hoe vaak iemand een bijdrage krijgt, of om een aanvraag die dezelfde lijkt.',
    choices: historyWarningKinds,
  })
  kind!: HistoryWarningKind;

  @TextField({ description: 'Wat er is gezien en waarom dat telt.', maxLength: 4000 })
  sentence!: string;

  @TextField({
    description: 'Eerdere aanvragen waarop dit rust: nummer en regeling.',
    maxLength: 300,
    list: { maxItems: 100 },
  })
  references!: readonly string[];

  static of({ kind, sentence, references }: HistoryWarning): HistoryWarningResponse {
    return Object.assign(new HistoryWarningResponse(), { kind, sentence, references });
  }
}

/** All findings of one application: as many as the regulation has criteria. Their version is that of the application. */
export class FindingListResponse {
  @VersionField()
  version!: number;

  @ListField(() => FindingResponse, {
    description: 'Per voorwaarde, in de volgorde van de regeling.',
    maxItems: 100,
  })
  findings!: readonly FindingResponse[];

  @ListField(() => HistoryWarningResponse, {
    description:
      'Wat eerdere aanvragen doen vermoeden (persoon, adres, rekening, activiteit). Dit wijst nooit vanzelf af.',
    maxItems: 200,
  })
  warnings!: readonly HistoryWarningResponse[];

  @ObjectField(() => GrantableAmountResponse, {
    description:
      'De bijdrage volgens de regeling als de aanvraag voldoet, voordat naar het plafond is gekeken.',
  })
  amount!: GrantableAmountResponse;

  static of({ version, findings, warnings, amount }: Assessment): FindingListResponse {
    return Object.assign(new FindingListResponse(), {
      version,
      findings: findings.map((finding) => FindingResponse.of(finding)),
      warnings: warnings.map((warning) => HistoryWarningResponse.of(warning)),
      amount: Object.assign(new GrantableAmountResponse(), amount),
    });
  }
}
