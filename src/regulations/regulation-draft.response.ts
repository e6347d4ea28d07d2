import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';
import type { Contradiction } from './domain/contradiction.ts';
import { renderRegulation } from './domain/rendering.ts';
import type { Validation } from './domain/validation.ts';
import type { DraftStatus, RegulationDraftEntity } from './regulation-draft.entity.ts';
import { RenderedGroupResponse } from './regulation.response.ts';

export class DocumentFaultResponse {
  @TextField({ description: 'Plaats in de regeling (JSON Pointer).', maxLength: 2000 })
  pointer!: string;

  @CodeField({ description: 'Soort fout.' })
  code!: string;

  @TextField({ description: 'Wat er niet klopt.', maxLength: 2000 })
  detail!: string;

  @TextField({ description: 'Wat u kunt doen.', maxLength: 2000 })
  suggestion!: string;

  static of({ pointer, code, detail, suggestion }: Contradiction): DocumentFaultResponse {
    return Object.assign(new DocumentFaultResponse(), { pointer, code, detail, suggestion });
  }
}

export class ValidationResponse {
  @FlagField({ description: 'Of de regeling klopt en bekend kan worden gemaakt.' })
  sound!: boolean;

  @ListField(() => DocumentFaultResponse, { description: 'Alle fouten tegelijk.', maxItems: 10_000 })
  faults!: readonly DocumentFaultResponse[];

  @ListField(() => RenderedGroupResponse, {
    description: 'De regeling in gewoon Nederlands; leeg zolang er fouten zijn.',
    maxItems: 50,
  })
  rendering!: readonly RenderedGroupResponse[];

  static of(validation: Validation): ValidationResponse {
    const sound = validation.kind === 'sound';
    return Object.assign(new ValidationResponse(), {
      sound,
      faults: sound ? [] : validation.faults.map((fault) => DocumentFaultResponse.of(fault)),
      rendering: sound ? renderRegulation(validation.document) : [],
    });
  }
}

export class RegulationDraftSummaryResponse {
  @IdField({ description: 'Kenmerk van het concept.' })
  id!: string;

  @CodeField({ description: 'Code die de regeling krijgt.' })
  code!: string;

  @VersionField()
  version!: number;

  @EnumField({ description: 'Of het al bekend is gemaakt.', choices: ['draft', 'published'] })
  status!: DraftStatus;

  @InstantField({ description: 'Laatste wijziging.' })
  changedAt!: Date;

  static of({ id, code, version, status, changedAt }: RegulationDraftEntity): RegulationDraftSummaryResponse {
    return Object.assign(new RegulationDraftSummaryResponse(), { id, code, version, status, changedAt });
  }
}

export class RegulationDraftResponse extends RegulationDraftSummaryResponse {
  @DocumentField({ description: 'De regeling zoals die nu is.' })
  document!: object;

  @ListField(() => DocumentFaultResponse, { description: 'Alles wat nog niet klopt.', maxItems: 10_000 })
  faults!: readonly DocumentFaultResponse[];

  @ListField(() => RenderedGroupResponse, {
    description: 'De regeling in gewoon Nederlands; leeg zolang er fouten zijn.',
    maxItems: 50,
  })
  rendering!: readonly RenderedGroupResponse[];

  static ofDraft(draft: RegulationDraftEntity, validation: Validation): RegulationDraftResponse {
    const { faults, rendering } = ValidationResponse.of(validation);
    const { document } = draft;
    const summary = RegulationDraftSummaryResponse.of(draft);
    return Object.assign(new RegulationDraftResponse(), summary, { document, faults, rendering });
  }
}
