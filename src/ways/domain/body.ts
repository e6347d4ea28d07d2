import type { CalendarDate } from '../../kernel/calendar-date.ts';

export const bodyKinds = ['village-body', 'committee', 'residents-meeting', 'jury', 'expert'] as const;

/** What a body is: the same words as the advisers of a regulation, because it is one of them. */
export type BodyKind = (typeof bodyKinds)[number];

/** A body of one kern, such as a village council. Which bodies there are is data with dates, as the kernen are. */
export interface Body {
  readonly code: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

/** Whether a body exists on a day; both days of its period count. */
export function isBodyOn({ validFrom, validUntil }: Body, on: CalendarDate): boolean {
  return validFrom <= on && (validUntil === null || on <= validUntil);
}

export const bodyKindTexts = {
  'village-body': 'dorpsorganisatie',
  committee: 'commissie',
  'residents-meeting': 'inwoners',
  jury: 'jury',
  expert: 'deskundige',
} as const satisfies Record<BodyKind, string>;
