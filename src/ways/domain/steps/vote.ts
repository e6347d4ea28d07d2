import { formatDutchDate } from '../../../kernel/calendar-date.ts';
import { counted, formatPercentage, sentences } from '../../../regulations/domain/dutch-text.ts';
import {
  choice,
  count,
  type Data,
  day,
  optional,
  percentage,
  record,
  tag,
} from '../../../regulations/domain/schema/vocabulary.ts';
import { bindingSentence, bodyParts, roleNames, story } from '../step-parts.ts';
import { moreVotesThanPeople } from './meeting.ts';
import type { StepRules } from './step-rules.ts';

export const voteSchema = record({
  kind: tag('vote', 'Stemming door inwoners.'),
  ...bodyParts,
  place: choice(['online', 'meeting', 'both'], 'Waar wordt gestemd.'),
  minimumVoters: optional(count('Hoeveel mensen minstens stemmen om een uitkomst te hebben.', 1, 100_000)),
  neededPercentage: optional(
    percentage('Welk deel van de stemmen voor moet zijn; zonder dit meer dan de helft.'),
  ),
});

export const voteForm = record({
  closedOn: day('Laatste dag van de stemming.'),
  voters: count('Hoeveel mensen stemden.', 0, 1_000_000),
  inFavour: count('Stemmen voor het plan.', 0, 1_000_000),
  against: count('Stemmen tegen het plan.', 0, 1_000_000),
  findings: optional(story('Wat er verder over de stemming te zeggen is.')),
});

type Vote = Data<typeof voteSchema>;
type Findings = Data<typeof voteForm>;

const places = {
  online: 'op een website',
  meeting: 'op een bijeenkomst',
  both: 'op een website en op een bijeenkomst',
} as const;

function isWon({ inFavour, against }: Findings, needed: number | undefined): boolean {
  const cast = inFavour + against;
  // Whole hundredths of a percent, so that a third of three is never lost to a binary fraction.
  return needed === undefined ? inFavour > against : inFavour * 10_000 >= cast * Math.round(needed * 100);
}

export const voteRules: StepRules<Vote, Findings> = {
  kindName: 'stemming',
  schema: voteSchema,
  form: voteForm,
  sentences: ({ by, body, binding, place, minimumVoters, neededPercentage }, bodyName) =>
    sentences(
      `Over elk plan stemt ${places[place]}: ${bodyName(body)}. De ${roleNames[by]} organiseert de stemming.`,
      minimumVoters !== undefined &&
        `Stemmen minder dan ${counted(minimumVoters, 'mens', 'mensen')}, dan is er geen uitkomst.`,
      neededPercentage !== undefined &&
        `Een plan heeft ${formatPercentage(neededPercentage)} van de stemmen nodig.`,
      bindingSentence(binding),
    ),
  outcomeOf: (findings, { minimumVoters = 1, neededPercentage }) => {
    if (findings.voters < minimumVoters || findings.inFavour + findings.against === 0) return 'none';
    return isWon(findings, neededPercentage) ? 'positive' : 'negative';
  },
  report: ({ closedOn, voters, inFavour, against, findings }) =>
    sentences(
      `Gestemd tot en met ${formatDutchDate(closedOn)} door ${counted(voters, 'mens', 'mensen')}: ${inFavour} voor, ${against} tegen.`,
      findings,
    ).join(' '),
  people: ({ voters }) => voters,
  contradictions: ({ inFavour, against, voters }) =>
    moreVotesThanPeople(inFavour + against, voters, '/inFavour'),
};
