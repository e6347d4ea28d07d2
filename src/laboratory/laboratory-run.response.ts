import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { LaboratoryFiguresResponse } from './laboratory-figures.response.ts';
import type { LaboratoryRunEntity, TriedWay } from './laboratory-run.entity.ts';
import type { WhoNames } from './who-names.ts';

const runStatuses = ['running', 'finished'] as const;

export class TriedWayResponse {
  @IdField({ description: 'Het concept, zoals het was toen de beproeving begon.', nullable: true })
  wayDraftId!: string | null;

  @IdField({ description: 'De versie.', nullable: true })
  wayVersionId!: string | null;

  @CodeField({ description: 'Code van de werkwijze.' })
  code!: string;

  @TextField({ description: 'Naam van de werkwijze.', maxLength: 120 })
  title!: string;

  static of({ wayDraftId, wayVersionId, code, document }: TriedWay): TriedWayResponse {
    const { title } = document;
    return Object.assign(new TriedWayResponse(), { wayDraftId, wayVersionId, code, title });
  }
}

export class LaboratoryRunSummaryResponse {
  @IdField({ description: 'Kenmerk van de beproeving.' })
  id!: string;

  @EnumField({ description: 'Of zij nog loopt.', choices: runStatuses })
  status!: (typeof runStatuses)[number];

  @IntegerField({ description: 'Hoeveel aanvragen er zijn gedaan.' })
  replayed!: number;

  @IntegerField({ description: 'Hoeveel aanvragen er in totaal zijn.' })
  total!: number;

  @ListField(() => TriedWayResponse, {
    description: 'De werkwijzen die worden beproefd, in volgorde.',
    maxItems: 4,
  })
  ways!: readonly TriedWayResponse[];

  @CodeField({ description: 'Op aanvragen uit deze kernen.', list: { maxItems: 100 } })
  kernCodes!: readonly string[];

  @CalendarDateField({ description: 'Alleen aanvragen vanaf deze dag.', nullable: true })
  receivedFromDate!: CalendarDate | null;

  @CalendarDateField({ description: 'Alleen aanvragen tot en met deze dag.', nullable: true })
  receivedUntilDate!: CalendarDate | null;

  @InstantField({ description: 'Wanneer zij begon.' })
  requestedAt!: Date;

  @InstantField({ description: 'Wanneer zij klaar was; null zolang zij loopt.', nullable: true })
  finishedAt!: Date | null;

  static summaryOf(run: LaboratoryRunEntity): LaboratoryRunSummaryResponse {
    const { id, replayed, total, kernCodes, receivedFrom, receivedUntil, requestedAt, finishedAt } = run;
    return Object.assign(new LaboratoryRunSummaryResponse(), {
      ...{ id, status: finishedAt === null ? 'running' : 'finished', replayed, total, kernCodes },
      ways: run.ways.map((way) => TriedWayResponse.of(way)),
      ...{ receivedFromDate: receivedFrom, receivedUntilDate: receivedUntil, requestedAt, finishedAt },
    });
  }
}

export class LaboratoryRunResponse extends LaboratoryRunSummaryResponse {
  @ListField(() => LaboratoryFiguresResponse, {
    description:
      'Per werkwijze en per kern wat er anders was gegaan, over de aanvragen die tot nu toe zijn gedaan.',
    maxItems: 400,
  })
  results!: readonly LaboratoryFiguresResponse[];

  static of(run: LaboratoryRunEntity, whoOf: (kernCode: string) => WhoNames): LaboratoryRunResponse {
    const results = run.ways.flatMap(({ document }, way) =>
      run.kernCodes.flatMap((kernCode, kern) => {
        const figures = run.figures[way]?.[kern];
        if (figures === undefined) return [];
        const place = { wayPlace: way + 1, kernCode };
        return [LaboratoryFiguresResponse.of(place, document.steps, figures, whoOf(kernCode))];
      }),
    );
    return Object.assign(new LaboratoryRunResponse(), LaboratoryRunSummaryResponse.summaryOf(run), {
      results,
    });
  }
}
