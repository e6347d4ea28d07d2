import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { Cents } from '../kernel/money.ts';
import {
  type ConsentWay,
  consentWays,
  maskedIban,
  type PartyRole,
  partyRoles,
  partyRoleTexts,
} from './domain/party.ts';
import type { PartyEntity } from './party.entity.ts';

/** Somebody who was named in a case, and whether he or she said yes. */
export class PartyResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @EnumField({ description: 'Wat deze persoon is in de zaak.', choices: partyRoles })
  role!: PartyRole;

  @TextField({ description: 'Wat deze persoon is, in het Nederlands.', maxLength: 40 })
  roleName!: string;

  @TextField({ description: 'Naam.', maxLength: 120 })
  name!: string;

  @TextField({
    description: 'Rekeningnummer, op de laatste vier tekens na bedekt.',
    maxLength: 20,
    nullable: true,
  })
  maskedIban!: string | null;

  @IdField({ description: 'Waaruit blijkt dat de anderen instemmen.', nullable: true })
  agreementAttachmentId!: string | null;

  @InstantField({ description: 'Moment van noemen.' })
  namedAt!: Date;

  @CalendarDateField({ description: 'Dag van instemmen; null zolang dat niet is gebeurd.', nullable: true })
  consentedOn!: CalendarDate | null;

  @EnumField({ description: 'Ingelogd, of op papier.', choices: consentWays, nullable: true })
  consentedBy!: ConsentWay | null;

  @IdField({ description: 'De bijlage met de handtekening.', nullable: true })
  consentAttachmentId!: string | null;

  @CalendarDateField({ description: 'Dag waarop deze persoon niet meer meedoet.', nullable: true })
  endedOn!: CalendarDate | null;

  static of(party: PartyEntity): PartyResponse {
    const { id, role, person, iban, agreementAttachmentId, namedAt } = party;
    const { consentedOn, consentedBy, consentAttachmentId, endedOn } = party;
    return Object.assign(new PartyResponse(), {
      ...{ id, role, roleName: partyRoleTexts[role], name: person.name },
      ...{ maskedIban: iban === null ? null : maskedIban(iban), agreementAttachmentId, namedAt },
      ...{ consentedOn, consentedBy, consentAttachmentId, endedOn },
    });
  }
}

/** Somebody who was just named, with the code for that person, which is never shown again. */
export class NamedPartyResponse extends PartyResponse {
  @TextField({
    description: 'Geef deze code aan de persoon zelf; zij wordt nooit meer getoond.',
    maxLength: 32,
  })
  code!: string;

  @VersionField()
  version!: number;
}

/** What somebody is asked to agree with. */
export class PartyPreviewResponse {
  @TextField({ description: 'Wat u wordt in de zaak.', maxLength: 40 })
  roleName!: string;

  @TextField({ description: 'Wie aanvraagt.', maxLength: 120 })
  applicantName!: string;

  @TextField({ description: 'Naam van het plan.', maxLength: 120 })
  title!: string;

  @CentsField({ description: 'Gevraagd bedrag in centen.' })
  requestedCents!: Cents;

  @TextField({
    description: 'Uw rekeningnummer, op de laatste vier tekens na bedekt.',
    maxLength: 20,
    nullable: true,
  })
  maskedIban!: string | null;
}

/** Everybody who was named in a case. */
export class PartyListResponse {
  @ListField(() => PartyResponse, { description: 'Oudste eerst.', maxItems: 60 })
  parties!: readonly PartyResponse[];

  static of(parties: readonly PartyResponse[]): PartyListResponse {
    return Object.assign(new PartyListResponse(), { parties });
  }
}
