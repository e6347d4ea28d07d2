import { present } from '../../kernel/assert.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import { lastDayOfWindow } from '../../regulations/domain/groups/window.ts';
import { decisionTerm } from '../../terms/decision-term.ts';
import type { Term } from '../../terms/general-terms-act.ts';
import type { Application } from './application.ts';
import { type CompletionRequest, suspensionsOf } from './completion-request.ts';

/** The last day to decide on a received application, with each step that leads to it (Awb 4:13 to 4:15). */
export function decisionDue(
  application: Pick<Application, 'receivedOn'>,
  document: RegulationDocument,
  requests: readonly CompletionRequest[],
): Term {
  const { terms } = document;
  const receivedOn = present(application.receivedOn, 'a term runs only for a received application');
  const startsAfter = terms.decisionStartsAt === 'receipt' ? receivedOn : lastDayOfWindow(document);
  return decisionTerm({
    period: {
      kind: 'weeks',
      weeks: terms.decisionWeeks,
      startsAfter,
      startReason: terms.decisionStartsAt,
    },
    actApplies: terms.generalTermsActApplies,
    suspensions: suspensionsOf(requests),
    extensions: [],
  });
}
