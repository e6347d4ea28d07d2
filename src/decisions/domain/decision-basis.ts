import type { CalendarDate } from '../../kernel/calendar-date.ts';

/** By what power a decision is taken: a resolution of the college about a list, or a mandate (Awb 10:1 to 10:12). */
export type DecisionBasis =
  | {
      readonly kind: 'college';
      /** Null for a decision about one grant, which needs no list. */
      readonly listId: string | null;
      /** Number of the resolution. */
      readonly number: string;
      readonly date: CalendarDate;
    }
  | {
      readonly kind: 'mandate';
      readonly mandateId: string;
      /** The resolution by which the mandate was given. */
      readonly number: string;
      readonly date: CalendarDate;
      readonly name: string;
      readonly function: string;
    };

/** Who decided, as the timeline says it. */
export function deciderText(basis: DecisionBasis): string {
  const college = 'college van burgemeester en wethouders';
  return basis.kind === 'college' ? college : `${basis.function}, namens het ${college}`;
}
