import type { CaseKey } from '../secrets/case-key.ts';
import type { ApplicationChangeEntity } from './application-change.entity.ts';
import type { ApplicationEntity } from './application.entity.ts';
import type { ApplicationEventEntity } from './application-event.entity.ts';
import type { CompletionRequestEntity } from './completion-request.entity.ts';

/**
 * What of an application is personal: who applies, and everything in the applicant's own words, because people
 * write about themselves and their neighbours. Days, sums, kern and state say nothing about anybody by themselves.
 */
export const personalFields = [
  'applicant',
  'title',
  'description',
  'costs',
  'support',
  'particulars',
  'spanned',
  'ibanLastFour',
] as const satisfies readonly (keyof ApplicationEntity)[];

export type Personal = Pick<ApplicationEntity, (typeof personalFields)[number]>;
export type ChangeTexts = Pick<
  ApplicationChangeEntity,
  'rows' | 'reason' | 'recordedByName' | 'agreedWith' | 'evidence'
>;
type EventTexts = Pick<ApplicationEventEntity, 'actorName' | 'detail'>;

const applicationPlace = (id: string): string => `application.personal:${id}`;
const eventPlace = (id: string): string => `application_event.personal:${id}`;
const changePlace = (id: string): string => `application_change.texts:${id}`;
const itemsPlace = (id: string): string => `completion_request.items:${id}`;

/** Whether a change touches what is sealed. */
export function touchesPersonal(changes: object): boolean {
  return personalFields.some((field) => field in changes);
}

/** The changes that have columns of their own. */
export function withoutPersonal<Change extends object>(changes: Change): Omit<Change, keyof Personal> {
  const sealed: readonly string[] = personalFields;
  const kept = Object.entries(changes).filter(([field]) => !sealed.includes(field));
  return Object.fromEntries(kept) as Omit<Change, keyof Personal>;
}

export function sealedPersonal(key: CaseKey, application: ApplicationEntity): Buffer {
  const { applicant, title, description, costs, support, particulars, spanned, ibanLastFour } = application;
  const personal: Personal = {
    ...{ applicant, title, description, costs, support, particulars, ibanLastFour },
    ...(spanned && { spanned }),
  };
  return key.seal(personal, applicationPlace(application.id));
}

/** Fills in what was sealed. */
export function openedApplication(key: CaseKey, row: ApplicationEntity): ApplicationEntity {
  return Object.assign(row, key.open<Personal>(row.personalSealed, applicationPlace(row.id)));
}

export function sealedEvent(key: CaseKey, id: string, texts: EventTexts): Buffer {
  return key.seal(texts, eventPlace(id));
}

export function openedEvent(key: CaseKey, row: ApplicationEventEntity): ApplicationEventEntity {
  return Object.assign(row, key.open<EventTexts>(row.personalSealed, eventPlace(row.id)));
}

export function sealedItems(key: CaseKey, id: string, items: CompletionRequestEntity['items']): Buffer {
  return key.seal(items, itemsPlace(id));
}

export function openedItems(key: CaseKey, row: CompletionRequestEntity): CompletionRequestEntity {
  return Object.assign(row, { items: key.open(row.itemsSealed, itemsPlace(row.id)) });
}

export function sealedChange(key: CaseKey, id: string, texts: ChangeTexts): Buffer {
  return key.seal(texts, changePlace(id));
}

export function openedChange(key: CaseKey, row: ApplicationChangeEntity): ApplicationChangeEntity {
  return Object.assign(row, key.open<ChangeTexts>(row.textsSealed, changePlace(row.id)));
}
