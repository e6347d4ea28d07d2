import type { InputFault } from '../../kernel/domain-error.ts';
import {
  type ApplicationStatus,
  closedStatuses,
  undecidedStatuses,
} from '../../applications/domain/lifecycle.ts';
import type { ApplicantKind } from '../../regulations/domain/applicant-kind.ts';
import type { PartyObstacle } from './parties.problems.ts';
import { type Party, type PartyRole, takesPart } from './party.ts';

/** Who is to be named, and in which case. */
export interface Naming {
  readonly role: PartyRole;
  readonly iban: string | undefined;
  readonly agreementAttachmentId: string | undefined;
  readonly byApplicant: boolean;
  readonly applicantKind: ApplicantKind;
  readonly status: ApplicationStatus;
  readonly existing: readonly Party[];
}

const mostParties = 60;

function fault(location: string, code: string, detail: string): InputFault {
  return { in: 'body', location, code, detail };
}

/** Everything that is wrong with what was sent, at once. */
export function namingFaults(naming: Naming): InputFault[] {
  const { role, iban, agreementAttachmentId, byApplicant } = naming;
  const faults: InputFault[] = [];
  if (role === 'payee' && iban === undefined) {
    faults.push(fault('/iban', 'required', 'Geef het rekeningnummer waarop wordt betaald.'));
  }
  if (role !== 'payee' && iban !== undefined) {
    faults.push(
      fault('/iban', 'iban-of-payee', 'Alleen wie het geld krijgt, heeft hier een rekeningnummer.'),
    );
  }
  const needsAgreement = role === 'representative' || (role === 'payee' && !byApplicant);
  if (needsAgreement && agreementAttachmentId === undefined) {
    const who = role === 'payee' ? 'de aanvrager' : 'het collectief';
    const detail = `Voeg als bijlage toe waaruit blijkt dat ${who} instemt, en noem die hier.`;
    faults.push(fault('/agreementAttachmentId', 'agreement-missing', detail));
  }
  return faults;
}

const beforeDecision: readonly ApplicationStatus[] = ['draft', ...undecidedStatuses];
const ended = closedStatuses.filter((status) => status !== 'announced') as readonly ApplicationStatus[];

/** What stands in the way of naming somebody; null when nothing does. */
export function namingObstacle({ role, applicantKind, status, existing }: Naming): PartyObstacle | null {
  const hasLegalForm = applicantKind === 'organisation' || applicantKind === 'company';
  if (role !== 'payee' && hasLegalForm) {
    const detail =
      'Een organisatie of bedrijf bepaalt zelf wie haar vertegenwoordigt; noem die als contactpersoon.';
    return { code: 'has-legal-form', detail };
  }
  const isLate = role === 'co-applicant' ? !beforeDecision.includes(status) : ended.includes(status);
  if (isLate) return { code: 'party-too-late', detail: 'De aanvraag is al besloten of geëindigd.' };
  if (existing.length < mostParties) return null;
  return { code: 'too-many-parties', detail: `In een zaak worden hoogstens ${mostParties} mensen genoemd.` };
}

/**
 * What stands in the way of somebody's yes; null when nothing does.
 * @param subject who logged in, or null for a signature
 */
export function consentObstacle(
  party: Party,
  ownerSubject: string | null,
  status: ApplicationStatus,
  subject: string | null,
): PartyObstacle | null {
  if (party.endedOn !== null) return { code: 'party-ended', detail: 'Deze persoon doet niet meer mee.' };
  if (party.consentedOn !== null) {
    return { code: 'party-already-agreed', detail: 'Deze persoon heeft al ingestemd.' };
  }
  if (ended.includes(status)) return { code: 'party-too-late', detail: 'De aanvraag is geëindigd.' };
  if (subject === null || subject !== ownerSubject) return null;
  return { code: 'party-is-applicant', detail: 'U bent zelf de aanvrager; een ander moet instemmen.' };
}

/** What stands in the way of somebody leaving; null when nothing does. */
export function endObstacle(party: Party): PartyObstacle | null {
  if (party.endedOn !== null) return { code: 'party-ended', detail: 'Deze persoon doet al niet meer mee.' };
  if (party.role === 'co-applicant' || !takesPart(party)) return null;
  return { code: 'party-in-force', detail: 'Noem een ander; zodra die instemt, eindigt dit vanzelf.' };
}
