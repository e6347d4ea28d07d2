import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Application } from '../../applications/domain/application.ts';
import type { AssessedFinding } from '../../assessment/domain/assessed-finding.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Comparison, GivenAdvice } from '../../rounds/domain/comparison.ts';
import { bindingAdviser } from '../../rounds/domain/ranking-check.ts';
import type { Compared } from './distribution/candidate.ts';

type Compares = Pick<Application, 'particulars' | 'applicant'>;

/** What this body is entitled to by the regulation; null when it is not named. */
function entitlementOf(
  { distribution, ceiling }: Pick<RegulationDocument, 'distribution' | 'ceiling'>,
  { applicant, particulars }: Compares,
): Compared['entitledCents'] {
  if (distribution.kind !== 'entitlement') return null;
  const named = distribution.bodies?.find(({ kvkNumber }) => kvkNumber === applicant.kvkNumber);
  if (named) return named.amountCents;
  if (ceiling.kind !== 'per-body-kind') return null;
  return ceiling.bodies.find(({ code }) => code === particulars?.bodyKindCode)?.amountCents ?? null;
}

/** What is known of an application to compare it with others; what was not recorded is left out. */
export function comparedFacts(
  document: Pick<RegulationDocument, 'distribution' | 'ceiling'>,
  application: Compares,
  comparison: Comparison | undefined,
): Compared {
  const { themeCode, likes } = application.particulars ?? {};
  const { advice = null, votes = null, themeVotes = {}, sheets } = comparison ?? {};
  const asksThemes =
    document.distribution.kind === 'vote' && document.distribution.winningThemes !== undefined;
  return {
    sheets: [...(sheets?.values() ?? [])],
    ...(advice !== null && advice.place !== null && { rank: advice.place }),
    ...(votes !== null && { votes }),
    ...(themeCode !== undefined && { themeCode }),
    ...(asksThemes && { themeVotes: themeVotes[themeCode ?? ''] ?? 0 }),
    ...(likes !== undefined && { likes }),
    entitledCents: entitlementOf(document, application),
  };
}

/**
 * What binding advice means for the decision, as a finding; null where no advice binds, or where it is late: who advises
 * too late does not keep the decision waiting (Awb 3:6). It binds because the regulation says so; else bodies of
 * residents advise and no more.
 */
export function adviceFinding(
  document: Pick<RegulationDocument, 'advice'>,
  advice: GivenAdvice | null,
  completedOn: CalendarDate | null,
  today: CalendarDate,
): AssessedFinding | null {
  const adviser = bindingAdviser(document);
  if (adviser === null || completedOn === null) return null;
  const { name, termWeeks } = adviser;
  const isLate = termWeeks !== undefined && today > addDays(completedOn, termWeeks * 7);
  if (advice === null && isLate) return null;
  const known = {
    criterionCode: 'binding-advice',
    statement: `Het advies is positief van: ${name}.`,
    basis: 'het bindende advies in de regeling',
    assessorSubject: null,
  };
  if (advice === null) {
    return { ...known, outcome: 'needs-judgement', reason: 'Het advies is er nog niet.' };
  }
  return advice.outcome === 'positive'
    ? { ...known, outcome: 'met', reason: advice.reason ?? 'Het advies is positief.' }
    : { ...known, outcome: 'not-met', reason: advice.reason ?? 'Het advies is negatief.' };
}

/** Advice that does not bind, as a sentence for who decides; empty when there is none. */
export function adviceSentence(
  document: Pick<RegulationDocument, 'advice'>,
  advice: GivenAdvice | null,
): string {
  if (advice === null || bindingAdviser(document) !== null) return '';
  const reason = advice.reason === null ? '' : ` ${advice.reason}`;
  return `Advies (niet bindend) van ${advice.body}: ${advice.outcome === 'positive' ? 'positief' : 'negatief'}.${reason}`;
}

/**
 * The one finding on what binds, of what was recorded for the round and in the steps of the case: what is against the plan
 * goes before what is in favour, and what was said before what is awaited.
 */
export function bindingOf(
  inRound: AssessedFinding | null,
  inSteps: AssessedFinding | null,
): AssessedFinding | null {
  if (inSteps === null) return inRound;
  const isOpen = inRound === null || inRound.outcome === 'needs-judgement';
  return isOpen || inSteps.outcome === 'not-met' ? inSteps : inRound;
}
