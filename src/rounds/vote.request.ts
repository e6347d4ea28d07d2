import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { PageQuery } from '../platform/http/page.query.ts';

const most = 1_000_000;

export class CountedPlanRequest {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @IntegerField({ description: 'Stemmen, of ingeleverde bonnen.', maximum: 100 * most })
  votes!: number;
}

export class CountedThemeRequest {
  @CodeField({ description: 'Code van het thema.' })
  themeCode!: string;

  @IntegerField({ description: 'Stemmen op het thema.', maximum: 100 * most })
  votes!: number;
}

export class MinutesRequest {
  @IdField({ description: 'Een van de getelde aanvragen, waarbij het verslag als bijlage staat.' })
  applicationId!: string;

  @IdField({ description: 'De bijlagen.', list: { minItems: 1, maxItems: 10 } })
  attachmentIds!: string[];
}

export class RecordVoteRequest {
  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @CalendarDateField({ description: 'Dag waarop de stemming was, of sloot.' })
  heldOn!: CalendarDate;

  @TextField({ description: 'Waar is gestemd.', maxLength: 200 })
  place!: string;

  @TextField({ description: 'Wie mocht stemmen.', maxLength: 200 })
  entitled!: string;

  @IntegerField({ description: 'Hoeveel mensen mochten stemmen.', maximum: most })
  entitledCount!: number;

  @IntegerField({
    description: 'Hoeveel stembiljetten er zijn ingeleverd, de ongeldige meegeteld.',
    maximum: most,
  })
  ballotCount!: number;

  @IntegerField({ description: 'Hoeveel daarvan blanco of ongeldig zijn.', maximum: most })
  invalidCount!: number;

  @ListField(() => CountedPlanRequest, { description: 'De stemmen per plan.', minItems: 1, maxItems: 1000 })
  counts!: CountedPlanRequest[];

  @ListField(() => CountedThemeRequest, {
    description: 'De stemmen per thema, als eerst over thema’s is gestemd.',
    maxItems: 30,
    optional: true,
  })
  themeCounts?: CountedThemeRequest[];

  @TextField({ description: 'Waar het verslag te vinden is.', maxLength: 200 })
  minutesReference!: string;

  @ObjectField(() => MinutesRequest, {
    description: 'Het verslag zelf, als bijlage bij een van de getelde aanvragen.',
    optional: true,
  })
  minutes?: MinutesRequest;

  @TextField({
    description: 'De namen van de twee mensen die telden.',
    maxLength: 200,
    list: { minItems: 2, maxItems: 2 },
  })
  tellers!: string[];
}

export class VotesQuery extends PageQuery {
  @CodeField({ description: 'Alleen van deze regeling.', optional: true })
  regulationCode?: string;
}
