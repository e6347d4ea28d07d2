import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import { evaluation } from '../../src/regulations/domain/evaluation.ts';
import type { ApplicationFacts } from '../../src/regulations/domain/finding.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { regulationTemplates } from '../../src/regulations/domain/templates/regulation-templates.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';

const lines = 50;
const rounds = 7;
const perRound = 5_000;
const million = 1_000_000;

/** A regulation in which every group that decides something has something to decide. */
const richest: RegulationDocument = {
  ...regulationTemplates['round-with-comparison'].document(2019),
  applicants: {
    kinds: ['resident', 'collective', 'organisation'],
    coApplicants: { minimum: 3, living: 'kern' },
    organisation: { legalForms: ['association', 'foundation'], kvkNumberRequired: true, nonProfit: true },
  },
  support: { kind: 'signatures', minimum: 10, from: 'kern', noWeightyObjections: true },
  costs: {
    categories: Array.from({ length: 12 }, (_category, index) => ({
      ...(index % 4 === 3
        ? { kind: 'excluded' as const }
        : { kind: 'eligible' as const, limit: { maximumCents: cents(40_000), maximumPercentage: 20 } }),
      code: `kind-${index}`,
      label: `soort ${index}`,
    })),
    uncategorised: 'judged',
    vat: 'included',
    minimumCents: cents(10_000),
  },
  amount: {
    kind: 'actual-costs',
    calculation: {
      kind: 'brackets',
      brackets: [{ upToCents: cents(100_000), percentage: 80 }, { percentage: 40 }],
    },
    minimumCents: cents(5_000),
    maximumCents: cents(900_000),
    otherFunders: 'deducted',
    rounding: { to: 'euro', direction: 'down' },
  },
  ownShare: {
    kind: 'percentage',
    percentage: 12.5,
    hours: { rateCents: cents(1_500), maximumHours: 200 },
    inKind: true,
    whenShort: 'reduce',
  },
};

const facts: ApplicationFacts = {
  receivedOn: calendarDate('2019-03-14'),
  applicantKind: 'organisation',
  legalForm: 'foundation',
  hasKvkNumber: true,
  nonProfit: true,
  activityStartsOn: calendarDate('2019-09-14'),
  activityEndsOn: calendarDate('2019-09-15'),
  requestedCents: cents(700_000),
  costs: Array.from({ length: lines }, (_line, index) => ({
    description: `Kosten ${index}`,
    amountCents: cents(5_000 + 137 * index),
    ...(index % 13 < 12 && { category: `kind-${index % 13}` }),
  })),
  coApplicants: 5,
  supporters: 12,
  own: { moneyCents: cents(20_000), hours: 80, inKindCents: cents(10_000) },
  otherFundingCents: cents(15_000),
  deMinimisDeclared: true,
};

const limits = [{ label: 'het plafond', availableCents: cents(250_000) }];

function perSecond(work: () => unknown, times: number): number {
  const started = process.hrtime.bigint();
  for (let time = 0; time < times; time += 1) work();
  return times / (Number(process.hrtime.bigint() - started) / 1e9);
}

function measureSpeed(): Result {
  const text = JSON.stringify({ document: richest, facts });
  const evaluate = () => evaluation(richest, facts, limits);
  const parse = (): unknown => JSON.parse(text);
  perSecond(evaluate, perRound);
  perSecond(parse, perRound);
  const evaluations: number[] = [];
  const parses: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    evaluations.push(perSecond(evaluate, perRound));
    parses.push(perSecond(parse, perRound));
  }
  const ratios = evaluations.map((speed, round) => speed / (parses[round] ?? speed));
  return {
    value: rounded(median(ratios)),
    goal: 0.5,
    better: 'higher',
    unit: 'beoordelingen per keer inlezen van dezelfde JSON',
    parts: {
      evaluationsPerSecond: rounded(median(evaluations)),
      parsesPerSecond: rounded(median(parses)),
      ratioPerRound: ratios.map(rounded),
      costLines: lines,
    },
  };
}

/** What is in use after the collector ran, where it can be asked to; else what is in use. */
function usedMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

function measureMemory(): Result {
  perSecond(() => evaluation(richest, facts, limits), perRound);
  const before = usedMegabytes();
  perSecond(() => evaluation(richest, facts, limits), million);
  const after = usedMegabytes();
  return {
    value: rounded(Math.max(after - before, 0)),
    goal: 20,
    better: 'lower',
    unit: 'MB groei na een miljoen beoordelingen',
    parts: { beforeMegabytes: rounded(before), afterMegabytes: rounded(after), evaluations: million },
  };
}

/** Evaluating the richest regulation against reading the same document and facts as JSON, and the memory it keeps. */
export const regulationEvaluation: Measurement = {
  names: ['regulation-evaluation', 'regulation-evaluation-memory'],
  run: () =>
    Promise.resolve({
      'regulation-evaluation': measureSpeed(),
      'regulation-evaluation-memory': measureMemory(),
    }),
};
