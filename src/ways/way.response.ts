import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { renderWay, type RenderedStep, type RenderedWay } from './domain/rendering.ts';
import type { BodyName } from './domain/steps/step-rules.ts';
import type { WayDocument } from './domain/way-document.ts';
import type { WayVersion } from './domain/way-version.ts';

export class RenderedStepResponse {
  @CodeField({ description: 'Code van de stap.' })
  code!: string;

  @TextField({ description: 'Nummer, naam en soort van de stap.', maxLength: 250 })
  heading!: string;

  @TextField({ description: 'Wat er gebeurt.', maxLength: 12_000, list: { maxItems: 20 } })
  sentences!: readonly string[];

  static of(step: RenderedStep): RenderedStepResponse {
    return Object.assign(new RenderedStepResponse(), step);
  }
}

export class RenderedWayResponse {
  @TextField({ description: 'Naam van de werkwijze.', maxLength: 120 })
  title!: string;

  @TextField({ description: 'Voor wie, en wanneer het begint.', maxLength: 10_000, list: { maxItems: 10 } })
  introduction!: readonly string[];

  @ListField(() => RenderedStepResponse, { description: 'De stappen.', maxItems: 30 })
  steps!: readonly RenderedStepResponse[];

  static of({ title, introduction, steps }: RenderedWay): RenderedWayResponse {
    const told = { title, introduction, steps: steps.map((step) => RenderedStepResponse.of(step)) };
    return Object.assign(new RenderedWayResponse(), told);
  }
}

export class WaySummaryResponse {
  @IdField({ description: 'Kenmerk van deze versie.' })
  id!: string;

  @CodeField({ description: 'Code van de werkwijze.' })
  code!: string;

  @IntegerField({ description: 'Nummer van deze versie.', minimum: 1 })
  number!: number;

  @TextField({ description: 'Naam van de werkwijze.', maxLength: 120 })
  title!: string;

  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @CodeField({ description: 'Codes van de kernen.', list: { maxItems: 100 } })
  kernCodes!: readonly string[];

  @CalendarDateField({ description: 'Vanaf deze dag, voor nieuwe aanvragen, tot er een opvolger is.' })
  activeFromDate!: CalendarDate;

  static of({ id, code, number, document, activeFrom }: WayVersion): WaySummaryResponse {
    const { title, regulationCode, kernCodes } = document;
    const fields = { id, code, number, title, regulationCode, kernCodes, activeFromDate: activeFrom };
    return Object.assign(new WaySummaryResponse(), fields);
  }
}

export class WayResponse extends WaySummaryResponse {
  @DocumentField({ description: 'De werkwijze als gegevens, zoals /v1/way-schema beschrijft.' })
  document!: WayDocument;

  @ObjectField(() => RenderedWayResponse, { description: 'De werkwijze in gewoon Nederlands.' })
  rendering!: RenderedWayResponse;

  static ofVersion(version: WayVersion, bodyName: BodyName): WayResponse {
    const { document } = version;
    const rendering = RenderedWayResponse.of(renderWay(document, bodyName));
    return Object.assign(new WayResponse(), WaySummaryResponse.of(version), { document, rendering });
  }
}
