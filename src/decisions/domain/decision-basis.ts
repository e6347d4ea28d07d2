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

/** By whose power and when, as it is stored with what was decided. */
export function storedBasis(basis: DecisionBasis) {
  return {
    listId: basis.kind === 'college' ? basis.listId : null,
    mandateId: basis.kind === 'mandate' ? basis.mandateId : null,
    ...{ resolutionNumber: basis.number, decidedOn: basis.date },
  };
}

/** What the audit log says of a decision, or a change of one: what was done, and on the ground of what. */
export function auditedDecision(
  basis: DecisionBasis,
  { decisionId, applicationId }: { readonly decisionId: string; readonly applicationId: string },
  detail: object,
) {
  const ground = basis.kind === 'college' ? { listId: basis.listId } : { mandateId: basis.mandateId };
  return {
    action: basis.kind === 'college' ? 'resolution:register' : 'decision:take',
    ...{ subjectKind: 'decision' as const, subjectId: decisionId, caseId: applicationId },
    detail: { ...ground, ...detail },
  };
}
