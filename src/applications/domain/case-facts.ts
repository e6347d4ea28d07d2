import { present } from '../../kernel/assert.ts';
import type { ApplicantFacts, CaseFacts } from '../../letters/domain/facts.ts';
import type { LetterSender } from '../../letters/domain/letter-sender.ts';
import { assumedRules } from '../../regulations/domain/rendering.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Applicant, Application } from './application.ts';

/** The address as it stands on an envelope. */
export function addressLines(applicant: Applicant): string[] {
  return [`${applicant.street} ${applicant.houseNumber}`, `${applicant.postcode}  ${applicant.place}`];
}

/** A person is written to by name; an organisation for the attention of its contact person, when it named one. */
export function addresseeOf(applicant: Applicant): ApplicantFacts {
  const { kind, name, contactPerson } = applicant;
  const isPerson = kind === 'resident' || kind === 'non-resident';
  const lines = { addressLines: addressLines(applicant) };
  if (isPerson) return { name, organisation: null, salutationName: name, ...lines };
  return contactPerson
    ? { name: contactPerson, organisation: name, salutationName: contactPerson, ...lines }
    : { name, organisation: null, salutationName: 'heer of mevrouw', ...lines };
}

/** What every letter about an application needs, as plain facts. */
export function caseFacts(
  application: Application,
  document: RegulationDocument,
  kernName: string,
  sender: LetterSender,
  handlerName: string | null,
): CaseFacts {
  const { applicant } = application;
  return {
    sender: sender.facts,
    applicant: addresseeOf(applicant),
    caseNumber: present(application.number, 'letters go out about received applications'),
    yourReference: null,
    handledBy: handlerName === null ? sender.contact : { name: handlerName, phone: sender.contact.phone },
    schemeName: `de regeling ${document.title}`,
    applicationTitle: application.title,
    kernName,
    receivedOn: present(application.receivedOn, 'letters go out about received applications'),
    enclosures: [],
    assumedRules: assumedRules(document),
    ...(sender.templates && { templates: sender.templates }),
  };
}
