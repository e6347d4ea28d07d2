export const applicantKinds = ['resident', 'non-resident', 'collective', 'organisation', 'company'] as const;

/** What an applicant is: a natural person, several together without a legal person, or one of two kinds of body. */
export type ApplicantKind = (typeof applicantKinds)[number];
