import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { type FindingOutcome, findingOutcomes } from '../regulations/domain/finding.ts';
import type { Assessment } from './assessment.service.ts';
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
    });
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

  static of({ version, findings }: Assessment): FindingListResponse {
    return Object.assign(new FindingListResponse(), {
      version,
      findings: findings.map((finding) => FindingResponse.of(finding)),
    });
  }
}
