import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import type { Contradiction } from '../contradiction.ts';
import { periodsOf } from './window.ts';
import type { Window } from './window-schema.ts';

const placeOfPeriod = {
  rolling: () => ({ closes: '/closesOn', opens: '/opensOn', decides: '' }),
  rounds: (index: number) => ({
    closes: `/rounds/${index}/closesOn`,
    opens: `/rounds/${index}/opensOn`,
    decides: `/rounds/${index}/decideBy`,
  }),
  'first-round-then-rolling': (index: number) => ({
    closes: index === 0 ? '/firstRoundClosesOn' : '/closesOn',
    opens: '/opensOn',
    decides: '/decideBy',
  }),
} as const satisfies Record<Window['kind'], (index: number) => unknown>;

/** Faults of the periods themselves: each ends after it starts, and they follow each other. */
function periodFaults(window: Window): Contradiction[] {
  let previousEnd: CalendarDate | null = null;
  return periodsOf(window).flatMap((period, index) => {
    const place = placeOfPeriod[window.kind](index);
    const faults: Contradiction[] = [];
    const { opensOn, closesOn, decideBy } = period;
    if (closesOn !== null && closesOn < opensOn) {
      faults.push({
        pointer: place.closes,
        code: 'window-ends-before-start',
        detail: `De aanvraagperiode sluit op ${formatDutchDate(closesOn)}, voordat die op ${formatDutchDate(opensOn)} begint.`,
        suggestion: `Kies een dag op of na ${formatDutchDate(opensOn)}, of draai de dagen om.`,
      });
    }
    if (decideBy !== null && closesOn !== null && decideBy <= closesOn) {
      faults.push({
        pointer: place.decides,
        code: 'term-impossible',
        detail: `Beslissen op ${formatDutchDate(decideBy)} kan niet als aanvragen nog kan tot en met ${formatDutchDate(closesOn)}.`,
        suggestion: 'Kies een dag na het sluiten van de ronde.',
      });
    }
    if (previousEnd !== null && opensOn <= previousEnd) {
      faults.push({
        pointer: place.opens,
        code: 'rounds-overlap',
        detail: 'Deze ronde begint voordat de vorige is gesloten.',
        suggestion: `Kies een dag na ${formatDutchDate(previousEnd)}.`,
      });
    }
    previousEnd = closesOn ?? previousEnd;
    return faults;
  });
}

function activityFaults({ activity, ...window }: Window): Contradiction[] {
  if (activity === undefined) return [];
  const { startsFrom, endsBy } = activity;
  const faults: Contradiction[] = [];
  if (startsFrom === undefined && endsBy === undefined) {
    faults.push({
      pointer: '/activity',
      code: 'nothing-stated',
      detail: 'Hier staat een grens voor de activiteit zonder een dag.',
      suggestion: 'Geef "startsFrom" of "endsBy", of haal "activity" weg.',
    });
  }
  if (startsFrom !== undefined && endsBy !== undefined && endsBy < startsFrom) {
    faults.push({
      pointer: '/activity/endsBy',
      code: 'activity-ends-before-start',
      detail: `De activiteit moet klaar zijn op ${formatDutchDate(endsBy)}, maar mag pas beginnen op ${formatDutchDate(startsFrom)}.`,
      suggestion: 'Draai de dagen om.',
    });
  }
  const opensOn = window.kind === 'rounds' ? window.rounds[0]?.opensOn : window.opensOn;
  if (endsBy !== undefined && opensOn !== undefined && endsBy < opensOn) {
    faults.push({
      pointer: '/activity/endsBy',
      code: 'term-impossible',
      detail: `De activiteit moet klaar zijn op ${formatDutchDate(endsBy)}, voordat iemand kan aanvragen (${formatDutchDate(opensOn)}).`,
      suggestion:
        'Kies een latere dag of open eerder: subsidie vraagt men aan voordat de activiteit voorbij is.',
    });
  }
  return faults;
}

function cutOverFaults({ cutOver, ...window }: Window): Contradiction[] {
  const opensOn = window.kind === 'rounds' ? window.rounds[0]?.opensOn : window.opensOn;
  if (cutOver === undefined || opensOn === undefined || cutOver.from > opensOn) return [];
  return [
    {
      pointer: '/cutOver/from',
      code: 'cut-over-before-window',
      detail:
        'Vanaf deze dag telt elke aanvraag al voor een later jaar: er is geen dag waarop die voor dit jaar telt.',
      suggestion: `Kies een dag na ${formatDutchDate(opensOn)}.`,
    },
  ];
}

/** About how long a lead time is, to compare one in months with one in weeks. */
const daysOf = { days: 1, weeks: 7, months: 30.4 } as const;

function leadFaults({ leadTime, notEarlier }: Window): Contradiction[] {
  if (leadTime === undefined || notEarlier === undefined) return [];
  const latest = leadTime.count * daysOf[leadTime.unit];
  const earliest = notEarlier.count * daysOf[notEarlier.unit];
  if (earliest > latest) return [];
  return [
    {
      pointer: '/notEarlier',
      code: 'term-impossible',
      detail: 'Wie op zijn vroegst mag aanvragen, is dan al te laat.',
      suggestion: 'Maak "notEarlier" langer dan "leadTime".',
    },
  ];
}

export function windowContradictions(window: Window): Contradiction[] {
  return [
    ...periodFaults(window),
    ...activityFaults(window),
    ...cutOverFaults(window),
    ...leadFaults(window),
  ];
}
