import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { statedCeilingCents } from './domain/groups/ceiling.ts';
import { firstDayOfWindow, lastDayOfWindow } from './domain/groups/window.ts';
import { DocumentField } from '../platform/http/fields/document-field.ts';
import { groupNames, type GroupName, type RegulationDocument } from './domain/regulation-document.ts';
import { renderRegulation } from './domain/rendering.ts';
import type { RegulationVersion } from './domain/regulation-version.ts';
import type { RegulationEntity } from './regulation.entity.ts';

export class RegulationResponse {
  @CodeField({ description: 'Code van de regeling.' })
  code!: string;

  @TextField({ description: 'Naam van de regeling.', maxLength: 200 })
  title!: string;

  @IntegerField({ description: 'Jaar waarvoor de regeling geldt.', minimum: 1900, maximum: 2199 })
  year!: number;

  static of({ code, title, year }: RegulationEntity): RegulationResponse {
    return Object.assign(new RegulationResponse(), { code, title, year });
  }
}

export class CriterionResponse {
  @CodeField({ description: 'Code van de voorwaarde.' })
  code!: string;

  @TextField({ description: 'Wat er moet gelden.', maxLength: 500 })
  statement!: string;

  @TextField({ description: 'Waar dat staat.', maxLength: 300 })
  basis!: string;
}

export class RenderedGroupResponse {
  @EnumField({ description: 'Onderdeel van de regeling.', choices: groupNames })
  group!: GroupName;

  @TextField({ description: 'Naam van het onderdeel.', maxLength: 60 })
  title!: string;

  @TextField({
    description: 'Wat de regeling zegt, in gewoon Nederlands.',
    maxLength: 1000,
    list: { maxItems: 100 },
  })
  sentences!: readonly string[];
}

export class RegulationVersionSummaryResponse {
  @IdField({ description: 'Kenmerk van deze versie.' })
  id!: string;

  @IntegerField({ description: 'Nummer van deze versie.', minimum: 1 })
  number!: number;

  @CalendarDateField({ description: 'Dag van bekendmaking.' })
  publishedOn!: CalendarDate;

  @TextField({ description: 'Waar de bekendmaking staat.', maxLength: 200 })
  publicationReference!: string;

  @CalendarDateField({ description: 'Eerste dag waarop deze versie geldt.' })
  inForceFrom!: CalendarDate;

  @CalendarDateField({
    description: 'Laatste dag waarop deze versie geldt, of null als die geldt tot er een opvolger is.',
    nullable: true,
  })
  inForceUntil!: CalendarDate | null;

  static of(version: RegulationVersion): RegulationVersionSummaryResponse {
    const { id, publishedOn, publicationReference, inForceFrom, inForceUntil } = version;
    const days = { publishedOn, publicationReference, inForceFrom, inForceUntil };
    return Object.assign(new RegulationVersionSummaryResponse(), { id, number: version.version, ...days });
  }
}

export class RegulationVersionResponse extends RegulationVersionSummaryResponse {
  @CodeField({ description: 'Code van de regeling.' })
  code!: string;

  @DocumentField({ description: 'De regeling als gegevens, zoals /v1/regulation-schema beschrijft.' })
  document!: RegulationDocument;

  @ListField(() => RenderedGroupResponse, {
    description: 'De hele regeling in gewoon Nederlands.',
    maxItems: 50,
  })
  rendering!: readonly RenderedGroupResponse[];

  static ofDocument({ code }: RegulationEntity, version: RegulationVersion): RegulationVersionResponse {
    const { document } = version;
    const content = { code, document, rendering: renderRegulation(document) };
    return Object.assign(
      new RegulationVersionResponse(),
      RegulationVersionSummaryResponse.of(version),
      content,
    );
  }
}

export class RegulationDetailResponse extends RegulationResponse {
  @IdField({ description: 'Kenmerk van deze versie.' })
  versionId!: string;

  @IntegerField({ description: 'Nummer van deze versie.', minimum: 1 })
  versionNumber!: number;

  @CalendarDateField({ description: 'Dag van bekendmaking.' })
  publishedOn!: CalendarDate;

  @TextField({ description: 'Waar de bekendmaking staat.', maxLength: 200 })
  publicationReference!: string;

  @CalendarDateField({ description: 'Eerste dag waarop u kunt aanvragen.' })
  opensOn!: CalendarDate;

  @CalendarDateField({ description: 'Laatste dag waarop u kunt aanvragen.' })
  closesOn!: CalendarDate;

  @CentsField({
    description:
      'Plafond per kern per jaar, of van de hele regeling, in centen; null als het uit inwoners of een verdeling volgt.',
    nullable: true,
  })
  ceilingCents!: Cents | null;

  @ListField(() => CriterionResponse, { description: 'De voorwaarden.', maxItems: 100 })
  criteria!: readonly CriterionResponse[];

  @ListField(() => RenderedGroupResponse, {
    description: 'De hele regeling in gewoon Nederlands.',
    maxItems: 50,
  })
  rendering!: readonly RenderedGroupResponse[];

  static ofVersion(regulation: RegulationEntity, version: RegulationVersion): RegulationDetailResponse {
    const { document } = version;
    return Object.assign(new RegulationDetailResponse(), RegulationResponse.of(regulation), {
      versionId: version.id,
      versionNumber: version.version,
      publishedOn: version.publishedOn,
      publicationReference: version.publicationReference,
      opensOn: firstDayOfWindow(document.window),
      closesOn: lastDayOfWindow(document),
      ceilingCents: statedCeilingCents(document.ceiling),
      criteria: document.criteria.map(({ code, statement, basis }) => ({ code, statement, basis })),
      rendering: renderRegulation(document),
    });
  }
}
