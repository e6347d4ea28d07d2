import { FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { Sheet } from './domain/score-check.ts';
import type { ScoreSheetEntity } from './score-sheet.entity.ts';

export class PointsResponse {
  @CodeField({ description: 'Code van het criterium.' })
  criterionCode!: string;

  @IntegerField({ description: 'Aantal punten.' })
  points!: number;
}

export class ScoreSheetResponse {
  @TextField({ description: 'Wie de punten gaf.', maxLength: 200 })
  assessorName!: string;

  @FlagField({ description: 'Of u dat zelf was.' })
  isOwn!: boolean;

  @ListField(() => PointsResponse, { description: 'De punten per criterium.', maxItems: 30 })
  scores!: readonly PointsResponse[];

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;
}

/** The points of one application. Until everybody has given them, one sees one's own alone. */
export class ScoresResponse {
  @VersionField()
  version!: number;

  @IntegerField({ description: 'Hoeveel beoordelaars punten geven.' })
  assessors!: number;

  @IntegerField({ description: 'Hoeveel dat er al deden.' })
  received!: number;

  @FlagField({ description: 'Of iedereen punten gaf. Pas dan zijn ze voor ieder zichtbaar.' })
  areComplete!: boolean;

  @ListField(() => ScoreSheetResponse, { description: 'De punten die u mag zien.', maxItems: 50 })
  sheets!: readonly ScoreSheetResponse[];
}

function pointsOf(sheet: Sheet): PointsResponse[] {
  return Object.entries(sheet).map(([criterionCode, points]) =>
    Object.assign(new PointsResponse(), { criterionCode, points }),
  );
}

/** @param assessors how many people give points under the regulation */
export function scoresResponse(
  version: number,
  assessors: number,
  sheets: readonly ScoreSheetEntity[],
  ownSubject: string,
): ScoresResponse {
  const areComplete = sheets.length >= assessors;
  const visible = sheets.filter(({ assessorSubject }) => areComplete || assessorSubject === ownSubject);
  return Object.assign(new ScoresResponse(), {
    ...{ version, assessors, areComplete, received: sheets.length },
    sheets: visible.map(({ assessorName, assessorSubject, points, recordedAt }) =>
      Object.assign(new ScoreSheetResponse(), {
        ...{ assessorName, recordedAt, isOwn: assessorSubject === ownSubject, scores: pointsOf(points) },
      }),
    ),
  });
}
