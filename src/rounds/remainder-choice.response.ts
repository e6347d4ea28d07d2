import { FlagField } from '../platform/http/fields/number-fields.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';

export class RemainderChoiceRequest {
  @FlagField({ description: 'Of de aanvrager niets heeft aan een deel van het bedrag: alles of niets.' })
  declinesPart!: boolean;
}

/** What the applicant said about getting a part; the version is that of the application. */
export class RemainderChoiceResponse {
  @VersionField()
  version!: number;

  @FlagField({ description: 'Of de aanvrager niets heeft aan een deel van het bedrag: alles of niets.' })
  declinesPart!: boolean;
}
