import type { ApplicationEntity } from '../applications/application.entity.ts';
import { DomainError, type InputFault } from '../kernel/domain-error.ts';
import { applicationProblems } from '../applications/domain/application.problems.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import type { SupplementRequest } from './supplement.request.ts';

type Content = Pick<
  ApplicationEntity,
  | 'applicant'
  | 'ibanLastFour'
  | 'electronicMessages'
  | 'title'
  | 'description'
  | 'activityStartsOn'
  | 'activityEndsOn'
  | 'requestedCents'
  | 'costs'
  | 'support'
  | 'particulars'
>;

/** What of an application comes from what was sent. The account number itself goes elsewhere. */
export function contentOf(request: ApplicationContentRequest): Content {
  const { applicant } = request;
  return {
    applicant: {
      ...{ kind: applicant.kind, name: applicant.name, street: applicant.street },
      ...{ houseNumber: applicant.houseNumber, postcode: applicant.postcode, place: applicant.place },
      ...{
        email: applicant.email ?? null,
        phone: applicant.phone ?? null,
        kvkNumber: applicant.kvkNumber ?? null,
        contactPerson: applicant.contactPerson ?? null,
      },
    },
    ibanLastFour: request.iban?.slice(-4) ?? null,
    electronicMessages: request.electronicMessages,
    title: request.title,
    description: request.description,
    activityStartsOn: request.activityStartsOn ?? null,
    activityEndsOn: request.activityEndsOn ?? null,
    requestedCents: request.requestedCents,
    costs: request.costs ?? [],
    support: request.support ?? null,
    ...(request.particulars && { particulars: request.particulars }),
  };
}

/** What a supplement changes; what was left out stays as it was. */
export function supplementOf(request: SupplementRequest): Partial<Content> {
  return {
    ...(request.activityStartsOn && { activityStartsOn: request.activityStartsOn }),
    ...(request.activityEndsOn && { activityEndsOn: request.activityEndsOn }),
    ...(request.costs && { costs: request.costs }),
    ...(request.support && { support: request.support }),
    ...(request.particulars && { particulars: request.particulars }),
    ...(request.iban && { ibanLastFour: request.iban.slice(-4) }),
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
