/** What an attachment shows. Copies of identity cards are none of them: nobody needs one for this. */
export const attachmentKinds = [
  'plan',
  'budget',
  'quote',
  'drawing',
  'photo',
  'minutes',
  'support-list',
  'authorisation',
  'bank-statement',
  'scan',
  'other',
] as const;

export type AttachmentKind = (typeof attachmentKinds)[number];

/** How many attachments there are of each kind; a kind that is left out has none. */
export type AttachmentCountsByKind = Readonly<Partial<Record<AttachmentKind, number>>>;

/** What people call each kind: one of it, and several. */
export const attachmentKindTexts = {
  plan: ['plan', 'plannen'],
  budget: ['begroting', 'begrotingen'],
  quote: ['offerte', 'offertes'],
  drawing: ['tekening', 'tekeningen'],
  photo: ['foto', 'foto’s'],
  minutes: ['verslag', 'verslagen'],
  'support-list': ['handtekeningenlijst', 'handtekeningenlijsten'],
  authorisation: ['machtiging', 'machtigingen'],
  'bank-statement': ['bankafschrift', 'bankafschriften'],
  scan: ['scan', 'scans'],
  other: ['bijlage', 'bijlagen'],
} as const satisfies Record<AttachmentKind, readonly [one: string, several: string]>;
