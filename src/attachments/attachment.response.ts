import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ObjectField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { CaseView } from '../identity/domain/case-view.ts';
import {
  type AttachmentKind,
  attachmentKinds,
  attachmentKindTexts,
} from '../regulations/domain/attachment-kind.ts';
import type { AttachmentEntity } from './attachment.entity.ts';
import { type MediaType, mediaTypes } from './domain/media-type.ts';
import type { PublicationConsentEntity } from './publication-consent.entity.ts';

/** What was last said about publishing a photo. */
export class PublicationResponse {
  @FlagField({ description: 'Of er toestemming is om de foto openbaar te maken.' })
  given!: boolean;

  @CalendarDateField({ description: 'Dag waarop dat is gezegd.' })
  saidOn!: CalendarDate;

  @TextField({ description: 'Wie dat zei. Alleen met het deel people.', maxLength: 120, optional: true })
  saidBy?: string;

  static of({ given, saidOn, saidBy }: PublicationConsentEntity, view: CaseView): PublicationResponse {
    const named = view.has('people') && { saidBy };
    return Object.assign(new PublicationResponse(), { given, saidOn, ...named });
  }
}

/** An attachment with what is known of it beside its own row. */
export interface DescribedAttachment {
  readonly attachment: AttachmentEntity;
  readonly replacedById: string | null;
  readonly consent: PublicationConsentEntity | null;
}

/** What an attachment is; its content has an address of its own. */
export class AttachmentResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @EnumField({ description: 'Wat het is.', choices: attachmentKinds })
  kind!: AttachmentKind;

  @TextField({ description: 'Wat het is, in het Nederlands.', maxLength: 40 })
  kindName!: string;

  @FlagField({ description: 'Of alleen wie de zaak behandelt het ziet.' })
  internal!: boolean;

  @TextField({ description: 'Naam van het bestand.', maxLength: 200 })
  name!: string;

  @TextField({ description: 'Wat erop staat.', maxLength: 300, nullable: true })
  description!: string | null;

  @EnumField({ description: 'Soort bestand, naar de inhoud.', choices: mediaTypes })
  mediaType!: MediaType;

  @IntegerField({ description: 'Grootte in bytes.' })
  sizeBytes!: number;

  @TextField({ description: 'SHA-256 van de inhoud, hexadecimaal.', minLength: 64, maxLength: 64 })
  sha256!: string;

  @IdField({ description: 'De bijlage waarvoor deze in de plaats kwam.', nullable: true })
  replacesId!: string | null;

  @IdField({ description: 'De bijlage die voor deze in de plaats kwam.', nullable: true })
  replacedById!: string | null;

  @CalendarDateField({ description: 'Dag van ontvangst.' })
  receivedOn!: CalendarDate;

  @TextField({
    description: 'Wie de bijlage toevoegde. Alleen met het deel people.',
    maxLength: 200,
    optional: true,
  })
  recordedByName?: string;

  @InstantField({ description: 'Moment van toevoegen.' })
  recordedAt!: Date;

  @ObjectField(() => PublicationResponse, {
    description: 'Wat er het laatst is gezegd over openbaar maken; alleen bij een foto.',
    optional: true,
  })
  publication?: PublicationResponse;

  static of({ attachment, replacedById, consent }: DescribedAttachment, view: CaseView): AttachmentResponse {
    const { id, kind, internal, name, description, mediaType, sizeBytes, sha256 } = attachment;
    const { replacesId, receivedOn, recordedAt, recordedByName } = attachment;
    return Object.assign(new AttachmentResponse(), {
      ...{ id, kind, kindName: attachmentKindTexts[kind][0], internal, name, description, mediaType },
      ...{ sizeBytes, sha256, replacesId, replacedById, receivedOn, recordedAt },
      ...(view.has('people') && { recordedByName }),
      ...(consent && { publication: PublicationResponse.of(consent, view) }),
    });
  }
}

/** An attachment that was just added, with the version that the application has by it. */
export class NewAttachmentResponse extends AttachmentResponse {
  @VersionField()
  version!: number;
}
