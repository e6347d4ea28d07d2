export const applicantKinds = ['resident', 'organisation', 'company'] as const;

/** What an applicant is in law: a natural person, or one of two kinds of body. */
export type ApplicantKind = (typeof applicantKinds)[number];
