import type { ApplicationEntity } from '../applications/application.entity.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import type { FieldCipher } from '../platform/encryption/field-cipher.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import type { SupplementRequest } from './supplement.request.ts';

type Content = Pick<
  ApplicationEntity,
  | 'applicant'
  | 'ibanEncrypted'
  | 'ibanLastFour'
  | 'electronicMessages'
  | 'title'
  | 'description'
  | 'activityStartsOn'
  | 'activityEndsOn'
  | 'requestedCents'
  | 'costs'
  | 'support'
>;

/** What binds the encrypted account number to its application, so that it cannot be moved to another one. */
export function ibanContext(applicationId: string): string {
  return `application.iban:${applicationId}`;
}

function encryptedIban(
  iban: string,
  applicationId: string,
  cipher: FieldCipher,
): Pick<Content, 'ibanEncrypted' | 'ibanLastFour'> {
  return { ibanEncrypted: cipher.encrypt(iban, ibanContext(applicationId)), ibanLastFour: iban.slice(-4) };
}

const noIban = { ibanEncrypted: null, ibanLastFour: null };

/** The columns of an application that come from what was sent. */
export function contentOf(
  request: ApplicationContentRequest,
  applicationId: string,
  cipher: FieldCipher,
): Content {
  const { applicant } = request;
  return {
    applicant: {
      ...{ kind: applicant.kind, name: applicant.name, street: applicant.street },
      ...{ houseNumber: applicant.houseNumber, postcode: applicant.postcode, place: applicant.place },
      ...{
        email: applicant.email ?? null,
        phone: applicant.phone ?? null,
        kvkNumber: applicant.kvkNumber ?? null,
      },
    },
    ...(request.iban === undefined ? noIban : encryptedIban(request.iban, applicationId, cipher)),
    electronicMessages: request.electronicMessages,
    title: request.title,
    description: request.description,
    activityStartsOn: request.activityStartsOn ?? null,
    activityEndsOn: request.activityEndsOn ?? null,
    requestedCents: request.requestedCents,
    costs: request.costs ?? [],
    support: request.support ?? null,
  };
}

/** The columns that a supplement changes; what was left out stays as it was. */
export function supplementOf(
  request: SupplementRequest,
  applicationId: string,
  cipher: FieldCipher,
): Partial<Content> {
  return {
    ...(request.activityStartsOn && { activityStartsOn: request.activityStartsOn }),
    ...(request.activityEndsOn && { activityEndsOn: request.activityEndsOn }),
    ...(request.costs && { costs: request.costs }),
    ...(request.support && { support: request.support }),
    ...(request.iban && encryptedIban(request.iban, applicationId, cipher)),
  };
}

/** @throws DomainError `activity-ends-before-start` */
export function refuseImpossiblePeriod({
  activityStartsOn,
  activityEndsOn,
}: Pick<Content, 'activityStartsOn' | 'activityEndsOn'>): void {
  if (activityStartsOn === null || activityEndsOn === null || activityStartsOn <= activityEndsOn) return;
  const detail = 'De laatste dag van de activiteit ligt voor de eerste.';
  const fault: InputFault = {
    in: 'body',
    location: '/activityEndsOn',
    code: 'activity-ends-before-start',
    detail,
  };
  throw DomainError.of(applicationProblems, 'activity-ends-before-start', detail, [fault]);
}
