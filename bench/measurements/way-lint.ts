import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import { burenKernen, burenKernenFrom } from '../../src/seeds/buren-municipality.ts';
import { burenBodies } from '../../src/seeds/buren-ways.ts';
import { lintWay } from '../../src/ways/domain/lint/lint-way.ts';
import type { Step } from '../../src/ways/domain/step-kinds.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';

const rounds = 7;
const perRound = 200;
const million = 1_000_000;

const context = {
  regulation: buren2019,
  on: calendarDate('2019-03-01'),
  kernen: new Map(
    Object.entries(burenKernen).map(([code, name]) => {
      const days = { validFrom: burenKernenFrom, validUntil: null };
      return [code, { code, name, bodies: burenBodies(code).map((body) => ({ ...body, ...days })) }];
    }),
  ),
};

const check = (place: number): Step => ({
  kind: 'check',
  code: `stap-${place}`,
  title: `Stap ${place}`,
  by: 'assessor',
  termDays: 1,
  whenLate: { kind: 'wait' },
  ...(place > 0 && {
    when: [{ fact: 'step-outcome' as const, step: `stap-${place - 1}`, outcome: 'positive' as const }],
  }),
  ...(place < 26 && { ifNegative: `stap-${place + 2}` }),
});

/** The longest way that may be written, for every kern, in which every step depends on the one before it. */
const longest = {
  title: 'De langste',
  regulationCode: 'leefbaarheidsbudget-2019',
  kernCodes: Object.keys(burenKernen),
  startsAt: 'window-close',
  decisionDays: 7,
  steps: [
    ...Array.from({ length: 28 }, (_step, place) => check(place)),
    {
      ...{ kind: 'vote', code: 'stemming', title: 'Stemming', by: 'kernregisseur', body: 'inwoners' },
      ...{ place: 'both', binding: false, termDays: 5, whenLate: { kind: 'continue' } },
    },
    {
      ...{ kind: 'proposal', code: 'voorstel', title: 'Voorstel', by: 'kernregisseur', termDays: 3 },
      whenLate: { kind: 'wait' },
    },
  ],
};

/** The same with something wrong in every step. */
const worst = {
  ...longest,
  steps: longest.steps.map((step, place) => ({
    ...step,
    ...{ by: 'registrar', termDays: 60 },
    ...(place < 28 && { then: 'stap-0', ifNegative: 'nergens' }),
  })),
};

function millisecondsFor(document: object): number {
  const started = process.hrtime.bigint();
  for (let time = 0; time < perRound; time += 1) lintWay(document, context);
  return Number(process.hrtime.bigint() - started) / million / perRound;
}

function measure(): Result {
  const sound = lintWay(longest, context);
  const faulty = lintWay(worst, context);
  if (sound.kind !== 'sound' || faulty.kind !== 'faulty') throw new Error('One is sound and one is not');
  millisecondsFor(longest);
  millisecondsFor(worst);
  const soundRounds = Array.from({ length: rounds }, () => millisecondsFor(longest));
  const faultyRounds = Array.from({ length: rounds }, () => millisecondsFor(worst));
  return {
    value: rounded(Math.max(median(soundRounds), median(faultyRounds))),
    goal: 5,
    better: 'lower',
    unit: 'ms om de langste werkwijze na te kijken, goed of vol fouten (de traagste telt)',
    parts: {
      soundMilliseconds: soundRounds.map(rounded),
      faultyMilliseconds: faultyRounds.map(rounded),
      steps: longest.steps.length,
      kernen: longest.kernCodes.length,
      faults: faulty.faults.length,
    },
  };
}

/** How long a kernregisseur waits for all that is wrong with a way of working. */
export const wayLint: Measurement = {
  names: ['way-lint'],
  run: () => Promise.resolve({ 'way-lint': measure() }),
};
