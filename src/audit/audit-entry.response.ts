import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type AuditEntryEntity, type AuditOutcome, auditOutcomes } from './audit-entry.entity.ts';
import type { Verification } from './audit-verifier.service.ts';
import { type ChainFaultKind, faultSentence } from './domain/audit-chain.ts';

/** One line of the audit log. It names people by their subject alone and holds nothing of what they wrote. */
export class AuditEntryResponse {
  @IdField({ description: 'Kenmerk van de regel.' })
  id!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  @TextField({ description: 'Wie, zoals die persoon in tokens heet.', maxLength: 255 })
  actorSubject!: string;

  @TextField({ description: 'In welke rollen.', maxLength: 40, list: { maxItems: 20 } })
  actorRoles!: readonly string[];

  @TextField({ description: 'Namens wie, als dat een ander was.', maxLength: 255, nullable: true })
  onBehalfOf!: string | null;

  @TextField({ description: 'Welke handeling, zoals in de rechtentabel.', maxLength: 60 })
  action!: string;

  @EnumField({ description: 'Gedaan, gelezen of geweigerd.', choices: auditOutcomes })
  outcome!: AuditOutcome;

  @TextField({ description: 'Soort van waar het om ging.', maxLength: 40, nullable: true })
  subjectKind!: string | null;

  @IdField({ description: 'Waar het om ging.', nullable: true })
  subjectId!: string | null;

  @IdField({ description: 'De aanvraag waar het over ging.', nullable: true })
  caseId!: string | null;

  @TextField({ description: 'Nummer van het verzoek (X-Request-Id).', maxLength: 64, nullable: true })
  requestId!: string | null;

  @TextField({ description: 'Nummer van het spoor door meer diensten heen.', maxLength: 32, nullable: true })
  traceId!: string | null;

  @TextField({ description: 'Namen van wat er veranderde.', maxLength: 60, list: { maxItems: 100 } })
  changedFields!: readonly string[];

  @TextField({ description: 'Codes, bedragen en datums, als JSON. Nooit persoonsgegevens.', maxLength: 4000 })
  detail!: string;

  static of(entry: AuditEntryEntity): AuditEntryResponse {
    return Object.assign(new AuditEntryResponse(), entry, { detail: JSON.stringify(entry.detail) });
  }
}

const chainFaultKinds = ['changed', 'missing', 'reordered', 'unsealed'] as const satisfies ChainFaultKind[];

/** Whether the last part of the chain is as it was sealed. */
export class AuditVerificationResponse {
  @EnumField({
    description: 'Wat er mis is; null als alles klopt.',
    choices: chainFaultKinds,
    nullable: true,
  })
  fault!: ChainFaultKind | null;

  @TextField({ description: 'De uitkomst in een zin.', maxLength: 300 })
  explanation!: string;

  @IntegerField({ description: 'Hoeveel regels zijn nagelopen.', minimum: 0 })
  checkedCount!: number;

  @IntegerField({ description: 'Nummer van de laatste verzegelde regel.', minimum: 0, nullable: true })
  sequence!: number | null;

  @TextField({
    description: 'Zegel van die regel; noteer het om later te vergelijken.',
    maxLength: 64,
    nullable: true,
  })
  hash!: string | null;

  static of(verification: Verification): AuditVerificationResponse {
    const found =
      verification.kind === 'intact'
        ? {
            fault: null,
            explanation: 'De nagelopen regels zijn zoals ze zijn verzegeld.',
            checkedCount: verification.checkedCount,
            sequence: verification.head.sequence,
            hash: verification.head.hash.toString('hex'),
          }
        : {
            fault: verification.fault.kind,
            explanation: faultSentence(verification.fault),
            checkedCount: 0,
            sequence: verification.fault.sequence,
            hash: null,
          };
    return Object.assign(new AuditVerificationResponse(), found);
  }
}
