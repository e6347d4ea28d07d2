import { formatDutchDate } from '../../../kernel/calendar-date.ts';
import { counted, sentences } from '../../../regulations/domain/dutch-text.ts';
import type { Contradiction } from '../../../regulations/domain/contradiction.ts';
import {
  count,
  type Data,
  day,
  optional,
  record,
  tag,
} from '../../../regulations/domain/schema/vocabulary.ts';
import { bindingSentence, bodyParts, roleNames, story } from '../step-parts.ts';
import type { StepRules } from './step-rules.ts';

export const meetingSchema = record({
  kind: tag('meeting', 'Bijeenkomst van de kern.'),
  ...bodyParts,
  minimumPresent: optional(count('Hoeveel mensen er minstens zijn om een uitkomst te hebben.', 1, 100_000)),
});

export const meetingForm = record({
  heldOn: day('Dag van de bijeenkomst.'),
  present: count('Hoeveel mensen er waren.', 0, 100_000),
  inFavour: count('Hoeveel mensen voor waren.', 0, 100_000),
  against: count('Hoeveel mensen tegen waren.', 0, 100_000),
  findings: story('Wat er is gezegd.'),
});

type Meeting = Data<typeof meetingSchema>;
type Findings = Data<typeof meetingForm>;

/** More hands than people. */
export function moreVotesThanPeople(votes: number, people: number, pointer: string): Contradiction[] {
  if (votes <= people) return [];
  return [
    {
      pointer,
      code: 'more-votes-than-people',
      detail: `Er zijn ${votes} stemmen geteld, maar er deden ${people} mensen mee.`,
      suggestion: 'Tel de stemmen of de mensen opnieuw.',
    },
  ];
}

export const meetingRules: StepRules<Meeting, Findings> = {
  kindName: 'bijeenkomst',
  schema: meetingSchema,
  form: meetingForm,
  sentences: ({ by, body, binding, minimumPresent }, bodyName) =>
    sentences(
      `Op een bijeenkomst praat en stemt: ${bodyName(body)}. De ${roleNames[by]} organiseert haar.`,
      minimumPresent !== undefined &&
        `Er ${minimumPresent === 1 ? 'is' : 'zijn'} minstens ${counted(minimumPresent, 'mens', 'mensen')} nodig, anders telt de bijeenkomst niet als oordeel.`,
      bindingSentence(binding),
    ),
  outcomeOf: ({ present, inFavour, against }, { minimumPresent = 0 }) => {
    if (present < minimumPresent || inFavour === against) return 'none';
    return inFavour > against ? 'positive' : 'negative';
  },
  report: ({ heldOn, present, inFavour, against, findings }) =>
    `Bijeenkomst op ${formatDutchDate(heldOn)} met ${counted(present, 'bezoeker', 'bezoekers')}: ${inFavour} voor, ${against} tegen. ${findings}`,
  people: ({ present }) => present,
  contradictions: ({ inFavour, against, present }) =>
    moreVotesThanPeople(inFavour + against, present, '/inFavour'),
};
