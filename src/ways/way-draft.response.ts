import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { DocumentFaultResponse } from '../regulations/regulation-draft.response.ts';
import type { WayValidation } from './domain/lint/lint-way.ts';
import { renderWay } from './domain/rendering.ts';
import type { BodyName } from './domain/steps/step-rules.ts';
import type { WayFault } from './domain/way-fault.ts';
import { type WayDraftEntity, wayDraftStatuses, type WayDraftStatus } from './way-draft.entity.ts';
import { RenderedWayResponse } from './way.response.ts';

export class WayFaultResponse extends DocumentFaultResponse {
  @TextField({
    description: 'Het artikel van de wet dat dit verbiedt, of null.',
    maxLength: 60,
    nullable: true,
  })
  article!: string | null;

  static ofFault(fault: WayFault): WayFaultResponse {
    return Object.assign(new WayFaultResponse(), DocumentFaultResponse.of(fault), { article: fault.article });
  }
}

export class WayValidationResponse {
  @FlagField({ description: 'Of de werkwijze klopt en in kan gaan.' })
  sound!: boolean;

  @ListField(() => WayFaultResponse, { description: 'Alle fouten tegelijk.', maxItems: 10_000 })
  faults!: readonly WayFaultResponse[];

  @ObjectField(() => RenderedWayResponse, {
    description: 'De werkwijze in gewoon Nederlands; null zolang er fouten zijn.',
    nullable: true,
  })
  rendering!: RenderedWayResponse | null;

  static of(validation: WayValidation, bodyName: BodyName): WayValidationResponse {
    const sound = validation.kind === 'sound';
    return Object.assign(new WayValidationResponse(), {
      sound,
      faults: sound ? [] : validation.faults.map((fault) => WayFaultResponse.ofFault(fault)),
      rendering: sound ? RenderedWayResponse.of(renderWay(validation.document, bodyName)) : null,
    });
  }
}

export class WayDraftSummaryResponse {
  @IdField({ description: 'Kenmerk van het concept.' })
  id!: string;

  @CodeField({ description: 'Code die de werkwijze krijgt.' })
  code!: string;

  @VersionField()
  version!: number;

  @EnumField({ description: 'Of de werkwijze al is ingegaan.', choices: wayDraftStatuses })
  status!: WayDraftStatus;

  @InstantField({ description: 'Laatste wijziging.' })
  changedAt!: Date;

  static of({ id, code, version, status, changedAt }: WayDraftEntity): WayDraftSummaryResponse {
    return Object.assign(new WayDraftSummaryResponse(), { id, code, version, status, changedAt });
  }
}

export class WayDraftResponse extends WayDraftSummaryResponse {
  @DocumentField({ description: 'De werkwijze zoals die nu is.' })
  document!: object;

  @ListField(() => WayFaultResponse, { description: 'Alles wat nog niet klopt.', maxItems: 10_000 })
  faults!: readonly WayFaultResponse[];

  @ObjectField(() => RenderedWayResponse, {
    description: 'De werkwijze in gewoon Nederlands; null zolang er fouten zijn.',
    nullable: true,
  })
  rendering!: RenderedWayResponse | null;

  static ofDraft(draft: WayDraftEntity, validation: WayValidation, bodyName: BodyName): WayDraftResponse {
    const { faults, rendering } = WayValidationResponse.of(validation, bodyName);
    const { document } = draft;
    const summary = WayDraftSummaryResponse.of(draft);
    return Object.assign(new WayDraftResponse(), summary, { document, faults, rendering });
  }
}
