import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type {
  FinalFixingFacts,
  GrantChangeFacts,
  IntentionFacts,
  RecoveryFacts,
} from '../../src/letters/domain/facts-after-grant.ts';
import { sampleCase, sampleCollege, sampleDecision, sampleMandate } from './letter-facts.ts';

const grant = { grantedOn: calendarDate('2019-06-18'), grantedCents: cents(62_500) };
const { legalBasis } = sampleDecision;
const decidedLater = (resolutionNumber: string, resolutionDate: string) =>
  ({ ...sampleCollege, resolutionNumber, resolutionDate: calendarDate(resolutionDate) }) as const;

export const sampleFixing: FinalFixingFacts = {
  ...sampleCase,
  decidedBy: sampleMandate,
  legalBasis,
  grant,
  account: { kind: 'received', receivedOn: calendarDate('2019-09-30') },
  findings: [
    'De maaltijd was op 24 augustus 2019, met 140 bewoners',
    'U stuurde ons een verslag, foto’s en alle bonnen',
  ],
  computation: [{ label: 'Toegezegd op 18 juni 2019', amountCents: cents(62_500), because: null }],
  fixedCents: cents(62_500),
  advancesCents: cents(50_000),
  ibanLastFour: '4300',
};

const lowerCosts = {
  label: 'De huur van de tent viel lager uit',
  amountCents: cents(-20_000),
  because: {
    text: 'U krijgt een deel van de kosten die u echt hebt gemaakt',
    article: 'artikel 8 van de regeling en artikel 4:46 van de Algemene wet bestuursrecht',
  },
};

export const sampleFixingLower: FinalFixingFacts = {
  ...sampleFixing,
  computation: [...sampleFixing.computation, lowerCosts],
  fixedCents: cents(42_500),
};

export const sampleFixingNil: FinalFixingFacts = {
  ...sampleFixing,
  decidedBy: decidedLater('2020-3-2', '2020-01-14'),
  account: {
    kind: 'not-received',
    dueOn: calendarDate('2019-11-23'),
    remindedOn: calendarDate('2019-12-02'),
  },
  findings: ['Wij hebben niets gevonden waaruit blijkt dat de maaltijd er is geweest'],
  computation: [
    ...sampleFixing.computation,
    {
      label: 'De activiteit is niet aangetoond',
      amountCents: cents(-62_500),
      because: {
        text: 'U hebt niet laten zien dat u de activiteit hebt gedaan',
        article: 'artikel 4:46, tweede lid, onder a, van de Algemene wet bestuursrecht',
      },
    },
  ],
  fixedCents: cents(0),
};

export const sampleFixingExOfficio: FinalFixingFacts = {
  ...sampleFixing,
  account: { kind: 'not-asked' },
  findings: ['De kernregisseur was op 24 augustus 2019 bij de maaltijd'],
  advancesCents: cents(62_500),
};

const notDone = {
  criterionText: 'U voert de activiteit uit zoals u die hebt aangevraagd',
  outcome: 'not-met',
  fact: 'U schreef ons op 3 augustus 2019 dat de maaltijd alleen voor genodigden is',
  article: 'artikel 4, derde lid, van de regeling',
} as const;

export const sampleIntention: IntentionFacts = {
  ...sampleCase,
  intention: 'withdraw',
  grant,
  proposedCents: cents(0),
  grounds: [notDone],
  digitalAddress: 'www.lindenrade.example/reageren',
};

export const sampleWithdrawal: GrantChangeFacts = {
  ...sampleCase,
  decidedBy: decidedLater('2019-35-1', '2019-08-27'),
  legalBasis,
  grant,
  change: { kind: 'withdrawal' },
  effectiveOn: calendarDate('2019-06-18'),
  actArticle: 'artikel 4:48, eerste lid, onder b,',
  reasons: [notDone],
  hearing: {
    kind: 'responded',
    on: calendarDate('2019-08-20'),
    said: 'Er waren te weinig tafels voor het hele dorp.',
    answer: 'Dat begrijpen wij, maar de regeling geeft alleen geld voor wat voor iedereen open is',
  },
  paidCents: cents(50_000),
};

export const sampleChange: GrantChangeFacts = {
  ...sampleWithdrawal,
  change: {
    kind: 'change',
    what: 'U houdt de maaltijd in het dorpshuis in plaats van op het Lindeplein',
    newAmountCents: cents(50_000),
  },
  effectiveOn: calendarDate('2019-08-27'),
  actArticle: 'artikel 4:50, eerste lid, onder b,',
  reasons: [
    {
      criterionText: 'Kosten die u niet maakt, vergoeden wij niet',
      outcome: 'met',
      fact: 'U hebt geen tent meer nodig',
      article: 'artikel 6, onder c, van de regeling',
    },
  ],
  hearing: { kind: 'not-needed', because: 'U hebt zelf om deze verandering gevraagd' },
};

export const sampleRecovery: RecoveryFacts = {
  ...sampleCase,
  decidedBy: decidedLater('2019-43-6', '2019-10-22'),
  legalBasis: { ...legalBasis, article: 'artikel 11' },
  computation: [
    { label: 'Aan u betaald als voorschot', amountCents: cents(50_000), because: null },
    { label: 'Waar u recht op hebt', amountCents: cents(-42_500), because: null },
  ],
  amountCents: cents(7_500),
  reasons: [
    {
      criterionText: 'Uw subsidie is lager vastgesteld dan het voorschot',
      outcome: 'met',
      fact: 'Dat besloten wij op 14 oktober 2019',
      article: 'artikel 4:57, eerste lid, van de Algemene wet bestuursrecht',
    },
  ],
  payTo: { iban: 'NL02BNGH0000000000', holder: 'Gemeente Lindenrade', reference: 'LB-2019-000123' },
  instalmentsPossible: true,
};
