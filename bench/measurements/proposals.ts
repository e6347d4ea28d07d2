import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { present } from '../../src/kernel/assert.ts';
import { addDays, calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import { propose } from '../../src/decisions/domain/proposal.ts';
import type { ProposalFacts } from '../../src/decisions/domain/proposal-facts.ts';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import { median, type Measurement, rounded } from '../measurement.ts';

const kernen = 15;
const firstDay = calendarDate('2019-01-01');
const met = buren2019.criteria.map(({ code, statement, basis }) => ({
  criterionCode: code,
  statement,
  basis,
  outcome: 'met' as const,
  reason: 'Dat blijkt uit de aanvraag.',
  assessorSubject: 'beoordelaar',
}));

const pools = Array.from({ length: kernen }, (_, kern) => `kern-${kern}`);
const limits = pools.map((kern) => [kern, 'scheme']);
const period = { index: 0, rolling: false, closed: true };
const compared = {};
const days = Array.from({ length: 150 }, (_, day) => addDays(firstDay, day));

function facts(index: number): ProposalFacts {
  const grantableCents = cents(10_000 + ((index * 7919) % 90_000));
  return {
    applicationId: `aanvraag-${index}`,
    number: `LB-2019-${String(index).padStart(6, '0')}`,
    pool: present(pools[index % kernen], 'a kern'),
    limitIds: present(limits[index % kernen], 'the limits of a kern'),
    period,
    status: 'complete',
    completedOn: present(days[(index * 31) % days.length], 'a day'),
    requestedCents: grantableCents,
    grantable: { grantableCents, lines: [{ label: 'U vroeg', amountCents: grantableCents }], missing: [] },
    findings: met,
    compared,
    remark: '',
    declinesPart: false,
    completionRanOut: false,
    mayLeaveUntreated: false,
  };
}

/** Milliseconds for the proposals to so many applications, of which about half get money. */
export function proposeFor(count: number): number {
  const applications = Array.from({ length: count }, (_, index) => facts(index));
  const perKern = cents(Math.round((count / kernen) * 27_500));
  const left = new Map([
    ['scheme', cents(perKern * kernen)],
    ...Array.from({ length: kernen }, (_, kern) => [`kern-${kern}`, perKern] as const),
  ]);
  const run = { document: buren2019, today: calendarDate('2019-06-11'), left, lotSeed: '0'.repeat(32) };
  const began = performance.now();
  const outcomes = propose(run, applications);
  const took = performance.now() - began;
  if (outcomes.size !== count) throw new Error('Every application has an outcome');
  return took;
}

/** The most megabytes that the process may hold while the large proposal is made, node itself and all applications included. */
const mostMegabytes = 300;

interface Large {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The large proposal in a process of its own; milliseconds without its start, and the most memory that it held. */
function largeInOwnProcess(): Large {
  const here = import.meta.url;
  const told = 'JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 })';
  const script = `import(${JSON.stringify(here)}).then((it) => {
    const milliseconds = it.proposeFor(200_000);
    console.log(${told});
  })`;
  const options = [`--max-old-space-size=${mostMegabytes}`, '--max-semi-space-size=4', '-e', script];
  const child = spawnSync(process.execPath, options, { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`The large proposal was not made: ${child.stderr.slice(-300)}`);
  return JSON.parse(child.stdout) as Large;
}

/** A proposal for one round of a municipality, and for a hundred times as many applications. */
export const proposals: Measurement = {
  names: ['proposals', 'proposals-200000', 'proposals-200000-memory'],
  run() {
    proposeFor(2_000);
    const small = median([1, 2, 3, 4, 5].map(() => proposeFor(2_000)));
    const { milliseconds: large, megabytes } = largeInOwnProcess();
    // n log n: from 2,000 to 200,000 applications it may take 100 x (ln 200,000 / ln 2,000) = 160 times as long.
    const allowed = (200_000 * Math.log(200_000)) / (2_000 * Math.log(2_000));
    return Promise.resolve({
      proposals: {
        ...{
          value: rounded(small),
          goal: 200,
          better: 'lower',
          unit: 'ms voor 2.000 aanvragen in 15 kernen',
        },
        parts: {},
      },
      'proposals-200000': {
        ...{ value: rounded(large), goal: 10_000, better: 'lower', unit: 'ms voor 200.000 aanvragen' },
        parts: {
          'verhouding tot 2.000': rounded(large / small),
          'verhouding die n log n toestaat': rounded(allowed),
        },
      },
      'proposals-200000-memory': {
        ...{ value: rounded(megabytes), goal: mostMegabytes, better: 'lower' },
        unit: 'MB op het hoogst, met node en alle aanvragen',
        parts: {},
      },
    });
  },
};
