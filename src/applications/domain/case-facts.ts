import { present } from '../../kernel/assert.ts';
import type { CaseFacts } from '../../letters/domain/facts.ts';
import type { LetterSender } from '../../letters/domain/letter-sender.ts';
import { assumedRules } from '../../regulations/domain/rendering.ts';
import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';
import type { Applicant, Application } from './application.ts';

/** The address as it stands on an envelope. */
export function addressLines(applicant: Applicant): string[] {
  return [`${applicant.street} ${applicant.houseNumber}`, `${applicant.postcode}  ${applicant.place}`];
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
    applicant: {
      name: applicant.name,
      organisation: null,
      salutationName: applicant.kind === 'resident' ? applicant.name : 'heer of mevrouw',
      addressLines: addressLines(applicant),
    },
    caseNumber: present(application.number, 'letters go out about received applications'),
    yourReference: null,
    handledBy: handlerName === null ? sender.contact : { name: handlerName, phone: sender.contact.phone },
    schemeName: `de regeling ${document.title}`,
    applicationTitle: application.title,
    kernName,
    receivedOn: present(application.receivedOn, 'letters go out about received applications'),
    enclosures: [],
    assumedRules: assumedRules(document),
  };
}
