import type { Cents } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { CentsField, FlagField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import type { VoteRecordEntity } from './vote-record.entity.ts';

export class CountedPlanResponse {
  @TextField({ description: 'Zaaknummer.', maxLength: 14 })
  applicationNumber!: string;

  @IntegerField({ description: 'Stemmen, of ingeleverde bonnen.' })
  votes!: number;

  @CodeField({ description: 'Code van de kern; leeg als dat niet is vastgelegd.', nullable: true })
  kernCode!: string | null;

  @CodeField({ description: 'Code van het thema, of leeg.', nullable: true })
  themeCode!: string | null;

  @CentsField({ description: 'Gevraagd, in centen; leeg als dat niet is vastgelegd.', nullable: true })
  requestedCents!: Cents | null;
}

export class CountedThemeResponse {
  @CodeField({ description: 'Code van het thema.' })
  themeCode!: string;

  @IntegerField({ description: 'Stemmen op het thema.' })
  votes!: number;
}

/** The result of a vote, for everybody: the numbers from which anybody can make the order again. */
export class VoteResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @IdField({ description: 'De regeling.' })
  regulationId!: string;

  @CalendarDateField({ description: 'Dag waarop de stemming was, of sloot.' })
  heldOn!: CalendarDate;

  @TextField({ description: 'Waar is gestemd.', maxLength: 200 })
  place!: string;

  @TextField({ description: 'Wie mocht stemmen.', maxLength: 200 })
  entitled!: string;

  @IntegerField({ description: 'Hoeveel mensen mochten stemmen.' })
  entitledCount!: number;

  @IntegerField({ description: 'Hoeveel stembiljetten er zijn ingeleverd.' })
  ballotCount!: number;

  @IntegerField({ description: 'Hoeveel daarvan blanco of ongeldig zijn.' })
  invalidCount!: number;

  @ListField(() => CountedPlanResponse, {
    description: 'De stemmen per plan, de meeste eerst.',
    maxItems: 1000,
  })
  counts!: readonly CountedPlanResponse[];

  @ListField(() => CountedThemeResponse, { description: 'De stemmen per thema.', maxItems: 30 })
  themeCounts!: readonly CountedThemeResponse[];

  @TextField({ description: 'Waar het verslag te vinden is.', maxLength: 200 })
  minutesReference!: string;

  @FlagField({ description: 'Of het verslag zelf is bijgevoegd, bij een van de aanvragen.' })
  hasMinutes!: boolean;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  static of(entity: VoteRecordEntity): VoteResponse {
    const { id, regulationId, heldOn, place, entitled, entitledCount, ballotCount, invalidCount } = entity;
    const counts = entity.counts
      .map(({ applicationNumber, votes, kernCode = null, themeCode = null, requestedCents = null }) =>
        Object.assign(new CountedPlanResponse(), {
          ...{ applicationNumber, votes, kernCode, themeCode, requestedCents },
        }),
      )
      .sort(
        (one, other) =>
          other.votes - one.votes || one.applicationNumber.localeCompare(other.applicationNumber),
      );
    return Object.assign(new VoteResponse(), {
      ...{ id, regulationId, heldOn, place, entitled, entitledCount, ballotCount, invalidCount, counts },
      themeCounts: entity.themeCounts.map((counted) => Object.assign(new CountedThemeResponse(), counted)),
      ...{ minutesReference: entity.minutesReference, recordedAt: entity.recordedAt },
      hasMinutes: entity.minutesAttachmentIds.length > 0,
    });
  }
}
