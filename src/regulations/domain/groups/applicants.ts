import type { ApplicantKind } from '../applicant-kind.ts';
import type { ApplicationFacts, ComputedFinding } from '../finding.ts';

/** Who may apply. */
export interface Applicants {
  readonly kinds: readonly ApplicantKind[];
}

const plurals = {
  resident: 'inwoners',
  organisation: 'organisaties',
  company: 'bedrijven',
} as const satisfies Record<ApplicantKind, string>;

function listed(kinds: readonly ApplicantKind[]): string {
  return kinds.map((kind) => plurals[kind]).join(', ');
}

export function applicantsSentences(applicants: Applicants): string[] {
  return [`Wie mag aanvragen: ${listed(applicants.kinds)}; ook samen met anderen.`];
}

export function findApplicantMayApply(applicants: Applicants, facts: ApplicationFacts): ComputedFinding {
  const allowed = applicants.kinds.includes(facts.applicantKind);
  return {
    criterionCode: 'applicant',
    outcome: allowed ? 'met' : 'not-met',
    sentence: allowed
      ? 'De aanvrager hoort bij wie mag aanvragen.'
      : `Aanvragen kunnen alleen: ${listed(applicants.kinds)}.`,
  };
}
