import { addDays, calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import { type CaseClock, freshClock } from '../../src/deadlines/domain/case-clock.ts';
import { decisionTermOf, dueDatesOf } from '../../src/deadlines/domain/due-dates.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { regulationTemplates } from '../../src/regulations/domain/templates/regulation-templates.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';

const rounds = 7;
const perRound = 20_000;
const million = 1_000_000;
const received = calendarDate('2022-05-02');

const document: RegulationDocument = {
  ...regulationTemplates['small-per-kern'].document(2022),
  window: { kind: 'rolling', opensOn: calendarDate('2022-01-01') },
  terms: {
    decisionWeeks: 8,
    decisionStartsAt: 'receipt',
    generalTermsActApplies: true,
    completionWeeks: 2,
    extensionWeeks: 6,
    answerTargetWorkingDays: 10,
  },
};

/** A case to which everything happened: completed, suspended, extended, put in default, decided and sent. */
function eventful(day: number): CaseClock {
  const receivedOn = addDays(received, day % 365);
  const after = (days: number) => addDays(receivedOn, days);
  const application = {
    id: 'zaak',
    kernId: 'kern',
    status: 'announced',
    receivedOn,
    activityEndsOn: after(200),
  } as const;
  const request = { id: 'vraag', applicationId: 'zaak', letterId: 'brief', items: [] };
  return {
    ...freshClock(application, document),
    requests: [{ ...request, askedOn: after(3), lastDay: after(17), answeredOn: after(12) }],
    suspensions: [{ ground: 'consent', startsAfter: after(20), until: after(30) }],
    notices: [{ basis: 'scheme', announcedOn: after(40), weeks: 6, expectedOn: null }],
    defaultNoticeOn: after(125),
    announced: { sentOn: after(150), grantedCents: cents(50_000) },
  };
}

const clocks = Array.from({ length: 365 }, (_clock, day) => eventful(day));

/** How often a second something is computed over these cases in turn. */
function perSecond(compute: (clock: CaseClock) => unknown, times: number): number {
  const started = process.hrtime.bigint();
  for (let time = 0; time < times; time += 1) compute(clocks[time % clocks.length] as CaseClock);
  return times / (Number(process.hrtime.bigint() - started) / 1e9);
}

function measureSpeed(): Result {
  const perCase = dueDatesOf(eventful(0)).length;
  perSecond(dueDatesOf, perRound);
  const terms: number[] = [];
  const cases: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    terms.push(perSecond(decisionTermOf, perRound));
    cases.push(perSecond(dueDatesOf, perRound));
  }
  return {
    value: rounded(median(terms)),
    goal: 20_000,
    better: 'higher',
    unit: 'beslistermijnen per seconde, met elke stap van de berekening',
    parts: {
      termsPerSecondPerRound: terms.map(rounded),
      wholeCasesPerSecond: rounded(median(cases)),
      dueDatesPerCase: perCase,
      dueDatesPerSecond: rounded(median(cases) * perCase),
    },
  };
}

/** What is in use after the collector ran, where it can be asked to; else what is in use. */
function usedMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

function measureMemory(): Result {
  perSecond(decisionTermOf, perRound);
  const before = usedMegabytes();
  perSecond(decisionTermOf, million);
  const after = usedMegabytes();
  return {
    value: rounded(Math.max(after - before, 0)),
    goal: 20,
    better: 'lower',
    unit: 'MB groei na een miljoen beslistermijnen',
    parts: { beforeMegabytes: rounded(before), afterMegabytes: rounded(after), terms: million },
  };
}

/** How fast due dates are computed with their derivation, and whether that leaves anything behind. */
export const dueDates: Measurement = {
  names: ['due-dates', 'due-dates-memory'],
  run: () => Promise.resolve({ 'due-dates': measureSpeed(), 'due-dates-memory': measureMemory() }),
};
