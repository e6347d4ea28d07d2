import type { CaseKey } from '../secrets/case-key.ts';
import type { AttachmentEntity } from './attachment.entity.ts';
import type { PublicationConsentEntity } from './publication-consent.entity.ts';

/** A name may tell who somebody is, and a hash tells who has the same file, so both go with the key of the case. */
type Personal = Pick<AttachmentEntity, 'name' | 'description' | 'sha256' | 'recordedByName'>;

const place = (id: string): string => `attachment.personal:${id}`;
const consentPlace = (id: string): string => `publication_consent.said_by:${id}`;

export function sealedPersonal(key: CaseKey, id: string, personal: Personal): Buffer {
  const { name, description, sha256, recordedByName } = personal;
  return key.seal({ name, description, sha256, recordedByName } satisfies Personal, place(id));
}

/** Fills in what was sealed. */
export function openedAttachment(key: CaseKey, row: AttachmentEntity): AttachmentEntity {
  return Object.assign(row, key.open<Personal>(row.personalSealed, place(row.id)));
}

export function sealedSaidBy(key: CaseKey, id: string, saidBy: string): Buffer {
  return key.seal(saidBy, consentPlace(id));
}

export function openedConsent(key: CaseKey, row: PublicationConsentEntity): PublicationConsentEntity {
  return Object.assign(row, { saidBy: key.open<string>(row.saidBySealed, consentPlace(row.id)) });
}
