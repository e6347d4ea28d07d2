import type { Contradiction } from './contradiction.ts';
import type { ApplicationFacts, ComputedFinding } from './finding.ts';
import { acceptedCentsOf } from './grantable-amount.ts';
import { findCosts } from './groups/accepted-costs.ts';
import { adviceSentences } from './groups/advice.ts';
import { amountContradictions } from './groups/amount-contradictions.ts';
import { amountSentences } from './groups/amount.ts';
import {
  applicantsContradictions,
  applicantsSentences,
  findApplicantDemands,
  findApplicantMayApply,
} from './groups/applicants.ts';
import { ceilingContradictions } from './groups/ceiling-contradictions.ts';
import { findCeiling } from './groups/ceiling-findings.ts';
import { ceilingSentences } from './groups/ceiling.ts';
import { costsContradictions, costsSentences } from './groups/costs.ts';
import { criteriaContradictions, criteriaSentences } from './groups/criteria.ts';
import { deMinimisSentences, findDeMinimis } from './groups/de-minimis.ts';
import { deciderSentences } from './groups/decider.ts';
import { distributionContradictions, distributionSentences } from './groups/distribution.ts';
import { executionContradictions, executionSentences, findExecution } from './groups/execution.ts';
import { findFrequency } from './history.ts';
import { frequencySentences } from './groups/frequency.ts';
import { legalBasisSentences } from './groups/legal-basis.ts';
import { findOtherFunding } from './groups/other-funding.ts';
import { findOwnShare, ownShareSentences } from './groups/own-share.ts';
import { paymentContradictions, paymentSentences } from './groups/payment.ts';
import { publicationSentences } from './groups/publication.ts';
import { remainderSentences } from './groups/remainder.ts';
import { findInScope, scopeContradictions, scopeSentences } from './groups/scope.ts';
import { settlementContradictions, settlementSentences } from './groups/settlement.ts';
import { findSupport, supportContradictions, supportSentences } from './groups/support.ts';
import { termsContradictions, termsSentences } from './groups/terms.ts';
import { windowContradictions } from './groups/window-contradictions.ts';
import { findActivityDates, findBeforeActivityEnds, findInTime } from './groups/window-findings.ts';
import { firstDayOfWindow } from './groups/window.ts';
import { windowSentences } from './groups/window-schema.ts';
import type { GroupName, RegulationDocument } from './regulation-document.ts';

/** What the service knows about one kind of parameter. */
interface GroupRules {
  /** Dutch heading. */
  readonly title: string;
  readonly sentences: (document: RegulationDocument) => string[];
  /** What cannot be so; pointers are within the group. */
  readonly contradictions?: (document: RegulationDocument) => Contradiction[];
  /** What the facts say, where the group decides something. */
  readonly findings?: (document: RegulationDocument, facts: ApplicationFacts) => ComputedFinding[];
}

/** Codes of what the facts decide, which no judged criterion may have. */
const computedCodes = [
  'in-time',
  'applicant',
  'before-activity',
  'lead-time',
  'not-too-early',
  'not-started',
  'activity-period',
  'scope',
  'co-applicants',
  'collective-members',
  'legal-form',
  'kvk-number',
  'non-profit',
  'minimum-age',
  'not-excluded',
  'benefit-of-residents',
  'vat',
  'newness',
  'representation',
  'support-shown',
  'no-weighty-objections',
  'size-of-plan',
  'other-costs',
  'own-share',
  'other-funding',
  'execution-deadline',
  'de-minimis',
  'frequency',
  'theme',
  'body-kind',
  'amount',
];

/** All kinds of parameters; a new one does not compile until it has its line here. */
export const regulationGroups = {
  legalBasis: { title: 'Grondslag', sentences: (it) => legalBasisSentences(it.legalBasis) },
  scope: {
    title: 'Gebied',
    sentences: (it) => scopeSentences(it.scope),
    contradictions: (it) => scopeContradictions(it.scope),
    findings: (it, facts) => findInScope(it.scope, facts),
  },
  applicants: {
    title: 'Wie kan aanvragen',
    sentences: (it) => applicantsSentences(it.applicants),
    contradictions: (it) => applicantsContradictions(it.applicants),
    findings: (it, facts) => [
      findApplicantMayApply(it.applicants, facts),
      ...findApplicantDemands(it.applicants, facts),
    ],
  },
  support: {
    title: 'Draagvlak',
    sentences: (it) => supportSentences(it.support),
    contradictions: (it) => supportContradictions(it.support),
    findings: (it, facts) => findSupport(it.support, facts),
  },
  window: {
    title: 'Wanneer aanvragen',
    sentences: (it) => windowSentences(it.window),
    contradictions: (it) => windowContradictions(it.window),
    findings: (it, facts) => [
      findInTime(it, facts),
      findBeforeActivityEnds(facts),
      ...findActivityDates(it, facts),
    ],
  },
  criteria: {
    title: 'Voorwaarden',
    sentences: (it) => criteriaSentences(it.criteria),
    contradictions: (it) => criteriaContradictions(it.criteria, computedCodes),
  },
  costs: {
    title: 'Kosten',
    sentences: (it) => costsSentences(it.costs),
    contradictions: (it) => costsContradictions(it.costs),
    findings: (it, facts) => findCosts(it.costs, facts),
  },
  amount: {
    title: 'Hoogte van de bijdrage',
    sentences: (it) => amountSentences(it.amount),
    contradictions: (it) => amountContradictions(it.amount),
    findings: (it, facts) => findOtherFunding(it.amount, facts),
  },
  ownShare: {
    title: 'Eigen bijdrage',
    sentences: (it) => ownShareSentences(it.ownShare),
    findings: (it, facts) => findOwnShare(it.ownShare, facts, acceptedCentsOf(it, facts)),
  },
  ceiling: {
    title: 'Plafond',
    sentences: (it) => ceilingSentences(it.ceiling),
    contradictions: (it) => ceilingContradictions(it.ceiling, it.year),
    findings: (it, facts) => findCeiling(it.ceiling, facts),
  },
  distribution: {
    title: 'Verdeling',
    sentences: (it) => distributionSentences(it.distribution),
    contradictions: (it) => distributionContradictions(it.distribution),
  },
  decider: { title: 'Wie beslist', sentences: (it) => deciderSentences(it.decider) },
  advice: { title: 'Advies', sentences: (it) => adviceSentences(it.advice) },
  terms: {
    title: 'Termijnen',
    sentences: (it) => termsSentences(it.terms),
    contradictions: (it) => termsContradictions(it.terms),
  },
  frequency: {
    title: 'Hoe vaak',
    sentences: (it) => frequencySentences(it.frequency),
    findings: (it, facts) => findFrequency(it.frequency, facts),
  },
  payment: {
    title: 'Betaling',
    sentences: (it) => paymentSentences(it.payment),
    contradictions: (it) => paymentContradictions(it.payment),
  },
  settlement: {
    title: 'Verantwoording',
    sentences: (it) => settlementSentences(it.settlement),
    contradictions: (it) => settlementContradictions(it.settlement),
  },
  remainder: { title: 'Geld dat overblijft', sentences: (it) => remainderSentences(it.remainder) },
  execution: {
    title: 'Uitvoering',
    sentences: (it) => executionSentences(it.execution),
    contradictions: (it) => executionContradictions(it.execution, firstDayOfWindow(it.window)),
    findings: (it, facts) => findExecution(it.execution, facts),
  },
  deMinimis: {
    title: 'Staatssteun',
    sentences: (it) => deMinimisSentences(it.deMinimis),
    findings: (it, facts) => findDeMinimis(it.deMinimis, facts),
  },
  publication: { title: 'Openbaarheid', sentences: (it) => publicationSentences(it.publication) },
} as const satisfies Record<GroupName, GroupRules>;

/** The rules of one group, seen as the general type. */
export function rulesOf(group: GroupName): GroupRules {
  return regulationGroups[group];
}
