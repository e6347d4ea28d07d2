import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import { counted, sentences } from '../dutch-text.ts';
import {
  choice,
  count,
  type Data,
  day,
  list,
  optional,
  record,
  tag,
  variants,
} from '../schema/vocabulary.ts';

const demands = {
  leadTime: optional(
    record(
      {
        count: count('Hoeveel dagen, weken of maanden.', 1, 400),
        unit: choice(['days', 'weeks', 'months'], 'Dagen, weken of maanden.'),
      },
      'Hoe lang voor de activiteit iemand moet aanvragen. Wordt teruggeteld en schuift niet op (Algemene termijnenwet 4).',
    ),
  ),
  notEarlier: optional(
    record(
      {
        count: count('Hoeveel dagen, weken of maanden.', 1, 400),
        unit: choice(['days', 'weeks', 'months'], 'Dagen, weken of maanden.'),
      },
      'Hoe lang voor de activiteit iemand op zijn vroegst mag aanvragen. Wordt ook teruggeteld.',
    ),
  ),
  cutOver: optional(
    record(
      {
        from: day('De dag vanaf welke een aanvraag voor een later jaar telt.'),
        countsForYear: count('Het jaar waarvoor de aanvraag dan telt.', 1900, 2199),
      },
      'Vanaf wanneer een aanvraag voor een later jaar telt.',
    ),
  ),
  activity: optional(
    record(
      {
        startsFrom: optional(day('Eerste dag waarop de activiteit mag beginnen.')),
        endsBy: optional(day('Laatste dag waarop de activiteit klaar moet zijn.')),
      },
      'Wanneer de activiteit moet zijn.',
    ),
  ),
  notRetroactive: optional(
    choice(
      ['before-start', 'before-decision'],
      'Niets met terugwerkende kracht: aanvragen voordat de activiteit begint, of beginnen pas na het besluit.',
    ),
  ),
};

const decideBy = optional(day('De dag waarop uiterlijk is beslist, als de regeling een vaste dag noemt.'));

/** When one may apply; both days of a period count. */
export const windowSchema = variants(
  'kind',
  'De aanvraagperiode.',
  record({
    kind: tag('rolling', 'Doorlopend.'),
    opensOn: day('Eerste dag waarop iemand kan aanvragen.'),
    closesOn: optional(day('Laatste dag waarop iemand kan aanvragen.')),
    ...demands,
  }),
  record({
    kind: tag('rounds', 'Een of meer rondes.'),
    rounds: list(
      record({
        opensOn: day('Eerste dag van de ronde.'),
        closesOn: day('Laatste dag van de ronde.'),
        decideBy,
        countsForYear: optional(
          count('Van welk jaar het geld wordt verdeeld, als dat een ander jaar is.', 1900, 2199),
        ),
      }),
      'De rondes, op volgorde.',
      { maxItems: 24 },
    ),
    ...demands,
  }),
  record({
    kind: tag('first-round-then-rolling', 'Eerst een ronde, daarna doorlopend voor wat over is.'),
    opensOn: day('Eerste dag van de ronde.'),
    firstRoundClosesOn: day('Laatste dag van de ronde.'),
    decideBy,
    closesOn: optional(day('Laatste dag waarop iemand kan aanvragen.')),
    ...demands,
  }),
);

export type Window = Data<typeof windowSchema>;

function fromUntil(opensOn: CalendarDate, closesOn: CalendarDate | undefined): string {
  return closesOn === undefined
    ? `van ${formatDutchDate(opensOn)} tot de regeling wordt ingetrokken`
    : `van ${formatDutchDate(opensOn)} tot en met ${formatDutchDate(closesOn)}`;
}

function decidedBy(on: CalendarDate | undefined): string {
  return on === undefined ? '' : ` Wij beslissen uiterlijk op ${formatDutchDate(on)}.`;
}

function ofYear(year: number | undefined): string {
  return year === undefined ? '' : ` Deze ronde verdeelt het geld van ${year}.`;
}

function periodSentences(window: Window): string[] {
  switch (window.kind) {
    case 'rolling':
      return [
        `Aanvragen kan doorlopend, ${fromUntil(window.opensOn, window.closesOn)}, digitaal of op papier.`,
      ];
    case 'rounds':
      return window.rounds.map(
        (round) =>
          `Aanvragen kan ${fromUntil(round.opensOn, round.closesOn)}, digitaal of op papier.${decidedBy(round.decideBy)}${ofYear(round.countsForYear)}`,
      );
    case 'first-round-then-rolling':
      return [
        `Eerst is er een ronde ${fromUntil(window.opensOn, window.firstRoundClosesOn)}, digitaal of op papier.${decidedBy(window.decideBy)}`,
        window.closesOn === undefined
          ? 'Is er daarna geld over, dan kan aanvragen doorlopend tot de regeling wordt ingetrokken.'
          : `Is er daarna geld over, dan kan aanvragen doorlopend tot en met ${formatDutchDate(window.closesOn)}.`,
      ];
  }
}

export function leadTimeText({ count: number, unit }: NonNullable<Window['leadTime']>): string {
  const words = { days: ['dag', 'dagen'], weeks: ['week', 'weken'], months: ['maand', 'maanden'] } as const;
  const [one, more] = words[unit];
  return counted(number, one, more);
}

const retroactiveSentences = {
  'before-start': 'Aanvragen kan alleen voordat de activiteit begint.',
  'before-decision': 'De activiteit mag pas beginnen nadat wij hebben beslist.',
} as const satisfies Record<NonNullable<Window['notRetroactive']>, string>;

export function windowSentences(window: Window): string[] {
  const { leadTime, notEarlier, cutOver, activity, notRetroactive } = window;
  return sentences(
    ...periodSentences(window),
    leadTime &&
      `Aanvragen kan tot uiterlijk ${leadTimeText(leadTime)} voor de activiteit; die dag schuift niet op.`,
    notEarlier &&
      `Aanvragen kan op zijn vroegst ${leadTimeText(notEarlier)} voor de activiteit; ook die dag schuift niet op.`,
    cutOver &&
      `Een aanvraag vanaf ${formatDutchDate(cutOver.from)} telt voor ${cutOver.countsForYear}, en zo elk jaar vanaf die dag voor een jaar later.`,
    activity && 'Voor de dagen van de activiteit geldt een grens.',
    activity?.startsFrom && `De activiteit begint niet voor ${formatDutchDate(activity.startsFrom)}.`,
    activity?.endsBy && `De activiteit is klaar op ${formatDutchDate(activity.endsBy)}.`,
    notRetroactive && retroactiveSentences[notRetroactive],
  );
}
