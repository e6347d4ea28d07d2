import type { ApplicationFacts, ComputedFinding } from '../finding.ts';
import type { RegulationDocument } from '../regulation-document.ts';

export const applicantKinds = ['resident', 'organisation', 'company'] as const;

export type ApplicantKind = (typeof applicantKinds)[number];

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

export function findApplicantMayApply(
  document: RegulationDocument,
  facts: ApplicationFacts,
): ComputedFinding {
  const allowed = document.applicants.kinds.includes(facts.applicantKind);
  return {
    criterionCode: 'applicant',
    outcome: allowed ? 'met' : 'not-met',
    sentence: allowed
      ? 'De aanvrager hoort bij wie mag aanvragen.'
      : `Aanvragen kunnen alleen: ${listed(document.applicants.kinds)}.`,
  };
}
