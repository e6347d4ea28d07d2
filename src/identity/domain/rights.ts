import type { Role } from '../../kernel/actor.ts';
import type { Action } from './actions.ts';
import {
  applicants,
  handlers,
  caseHandlers,
  officials,
  partialReaders,
  workers,
  everybodyInvolved,
  type Condition,
  type Grants,
} from './grants.ts';

/**
 * The rights table: role by action by condition. Everybody sees what the work needs and no more (Awb 2:5; GDPR,
 * article 5(1)(c)): finance sees what is to be paid, a village body the plan and the sum, an administrator none.
 * Assessing (finding:record) and deciding (resolution:register) are never in one role.
 */
export const rights = {
  'application:draft': applicants,
  'application:submit': applicants,
  // Officials enter what came by letter, for who does not use the digital way.
  'application:supplement': { ...applicants, ...caseHandlers },
  'application:withdraw': { ...applicants, ...caseHandlers },
  'application:list-own': applicants,
  'application:read': { ...applicants, ...officials, ...partialReaders },
  'application:work-list': { ...officials, ...partialReaders },
  // Whoever sees the whole of an application may look for it by any word of it.
  'application:search': officials,
  'application:intake': handlers,
  'application:request-completion': caseHandlers,
  'application:correct': caseHandlers,
  'application:reduce': caseHandlers,
  'application:merge': caseHandlers,
  'application:forward': caseHandlers,
  // Applicants see what officials changed of their application, and why.
  'application:read-changes': { ...applicants, ...officials },
  // A whole dossier leaves the house: to who decides on an objection, to an accountant, or to the archive.
  'dossier:objection': officials,
  'dossier:account': { registrar: 'any', finance: 'any', auditor: 'any' },
  'dossier:archive': { registrar: 'any', auditor: 'any' },
  // A village body adds what belongs to its advice.
  'attachment:record': { ...applicants, ...caseHandlers, 'village-adviser': 'own-body' },
  'attachment:read': { ...applicants, ...officials, ...partialReaders },
  'internal-attachment:read': officials,
  // Only of what was never submitted.
  'attachment:remove': applicants,
  'publication-consent:record': { ...applicants, ...caseHandlers },
  'party:record': { ...applicants, ...caseHandlers },
  // Who has seen a signature.
  'party:record-paper': caseHandlers,
  // Whoever has the code that belongs to one person in one case.
  'party:confirm': { resident: 'any' },
  'party:read': { ...applicants, ...officials, finance: 'any' },
  'assignment:record': caseHandlers,
  'assignment:read': officials,
  'supplement:review': caseHandlers,
  'desk:hand-over': { kernregisseur: 'any', assessor: 'any', administrator: 'any' },
  'desk:hand-over-for-another': { administrator: 'any' },
  'note:record': caseHandlers,
  // Internal: applicants read them with the dossier, when they ask for it.
  'note:read': officials,
  'finding:record': { assessor: 'any' },
  'finding:read': officials,
  // Whoever the regulation lets give points: officials, or a committee of residents for its own village.
  'score:record': { assessor: 'any', 'village-adviser': 'own-body' },
  'score:read': { ...officials, 'village-adviser': 'own-body' },
  'ranking:record': handlers,
  'ranking:read': { ...officials, kernregisseur: 'any' },
  'vote:record': handlers,
  // Officials enter what an applicant wrote or said.
  'remainder:choose': { ...applicants, ...handlers },
  'remainder:read': { ...applicants, ...officials },
  'college-list:prepare': handlers,
  'college-list:read': { ...handlers, registrar: 'any', finance: 'any', auditor: 'any' },
  'resolution:register': { registrar: 'any' },
  // The register of mandates says who of them may do it, up to what amount and on which days.
  'decision:take': { registrar: 'any', kernregisseur: 'own-kern' },
  'grant:change': { registrar: 'any', kernregisseur: 'own-kern' },
  'letter:preview': officials,
  'letter:read': { ...applicants, ...officials },
  // Whoever prints sees the letters of all kernen.
  'letter:print': { registrar: 'any' },
  // Officials enter what an applicant wrote or said.
  'message-choice:record': { ...applicants, ...caseHandlers },
  'message-choice:read': { ...applicants, ...officials },
  'letter-template:draft': { administrator: 'any' },
  'letter-template:read': { administrator: 'any', registrar: 'any', auditor: 'any' },
  'letter-sender:record': { administrator: 'any' },
  'letter-template:activate': { administrator: 'any', registrar: 'any' },
  'letter:announce': { kernregisseur: caseHandlers.kernregisseur, registrar: 'any' },
  'deadline:read': { ...applicants, ...officials, finance: 'any' },
  'deadline:work-list': { ...handlers, registrar: 'any', finance: 'any', auditor: 'any' },
  'term:record': caseHandlers,
  'default-notice:record': { ...applicants, ...caseHandlers },
  'penalty:decide': { registrar: 'any' },
  'ledger:read': { finance: 'any', auditor: 'any' },
  'ledger:prepare': { finance: 'any' },
  'ledger:confirm': { finance: 'any' },
  'ledger:verify': { finance: 'any', auditor: 'any' },
  'report:read': { finance: 'any', 'village-adviser': 'own-body', auditor: 'any', administrator: 'any' },
  'audit:read': { auditor: 'any' },
  'recusal:record': everybodyInvolved,
  'recusal:record-for-another': { administrator: 'any' },
  // What somebody else recorded, an administrator alone ends.
  'recusal:end': everybodyInvolved,
  'recusal:read': { ...officials, administrator: 'any' },
  'substitution:record': workers,
  'substitution:record-for-another': { administrator: 'any' },
  'substitution:read': { ...workers, auditor: 'any' },
  'mandate:record': { administrator: 'any' },
  'mandate:read': {
    ...handlers,
    kernregisseur: 'any',
    registrar: 'any',
    finance: 'any',
    auditor: 'any',
    administrator: 'any',
  },
  'kern:record': { administrator: 'any', finance: 'any' },
  'regulation:draft': { administrator: 'any' },
  'regulation:read-draft': { administrator: 'any', registrar: 'any', auditor: 'any' },
  'regulation:publish': { administrator: 'any', registrar: 'any' },
  // A village body sees the steps to know when it is asked, and gives its advice itself where it logs in.
  'step:read': { ...officials, 'village-adviser': 'own-body' },
  'step:record': { ...caseHandlers, 'village-adviser': 'own-body' },
  'body:record': { administrator: 'any' },
  // Who works for a kern writes how that kern works; somebody else lets it begin.
  'way:draft': { kernregisseur: 'own-kern', administrator: 'any' },
  'way:read-draft': {
    kernregisseur: 'any',
    assessor: 'any',
    registrar: 'any',
    auditor: 'any',
    administrator: 'any',
  },
  'way:activate': { kernregisseur: 'own-kern', registrar: 'any', administrator: 'any' },
  // Whoever may write a way may try it on the past of the kernen that they write for.
  'laboratory:run': { kernregisseur: 'own-kern', administrator: 'any' },
  'laboratory:read': { ...handlers, auditor: 'any', administrator: 'any' },
  // Figures tell of nobody; how one application went is for who sees the whole of it.
  'laboratory:read-cases': { ...handlers, auditor: 'any' },
  // Exact figures of a small kern tell of single applications.
  'measure:read': { ...handlers, registrar: 'any', finance: 'any', auditor: 'any' },
} as const satisfies Record<Action, Grants>;

/** The grants of one action, seen as the general type so that any role can be looked up. */
export function grantsOf(action: Action): Grants {
  return rights[action];
}

/** Under which conditions a role has an action, of which one suffices; empty when it does not have it. */
export function conditionsOf(action: Action, role: Role): readonly Condition[] {
  return [grantsOf(action)[role] ?? []].flat();
}
