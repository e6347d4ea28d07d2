import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import type {
  AcknowledgementFacts,
  CaseFacts,
  CeilingFacts,
  CompletionRequestFacts,
  DecidedBy,
  DecisionFacts,
  GrantFacts,
  LeftUntreatedFacts,
  PartialGrantFacts,
  RefusalFacts,
  SenderFacts,
} from '../../src/letters/domain/facts.ts';

/** A municipality that does not exist. */
export const sampleSender: SenderFacts = {
  municipalityName: 'Lindenrade',
  collegeName: 'college van burgemeester en wethouders',
  visitingAddressLines: ['Raadhuisplein 1', '4321 ZX Lindenrade'],
  postalAddressLines: ['Postbus 10', '4320 AA Lindenrade'],
  phone: '14 0999',
  website: 'www.lindenrade.example',
  email: 'leefbaar@lindenrade.example',
  objection: {
    postalAddressLines: ['Postbus 10', '4320 AA Lindenrade'],
    digitalAddress: 'www.lindenrade.example/bezwaar',
  },
  court: { name: 'rechtbank Rivierland', addressLines: ['Postbus 9999', '6800 EM Rivierstad'] },
  mark: null,
  accentColor: null,
};

export const sampleCase: CaseFacts = {
  sender: sampleSender,
  applicant: {
    name: 'Şükran Yıldız',
    organisation: null,
    salutationName: 'mevrouw Yıldız',
    addressLines: ['Dorpsstraat 12', '4325 BC Vogelhoek'],
  },
  caseNumber: 'LB-2019-000123',
  yourReference: null,
  handledBy: { name: 'Łukasz Wójcik', phone: '14 0999' },
  schemeName: 'het Leefbaarheidsbudget 2019',
  applicationTitle: 'Samen eten onder de lindebomen',
  kernName: 'Vogelhoek',
  receivedOn: calendarDate('2019-05-02'),
  enclosures: [],
  assumedRules: [],
};

export const sampleCollege = {
  kind: 'college' as const,
  resolutionNumber: '2019-24-7',
  resolutionDate: calendarDate('2019-06-18'),
  mayorName: 'mr. A.B. van ’t Hof',
  mayorTitle: 'burgemeester',
  secretaryName: 'drs. Đ. Petrović',
  secretaryTitle: 'secretaris',
} satisfies DecidedBy;

export const sampleMandate: DecidedBy = {
  kind: 'mandate',
  name: 'Ágnes O’Brien',
  function: 'kernregisseur',
  mandateReference: 'het Mandaatbesluit 2019, nummer 14',
};

export const sampleDecision: DecisionFacts = {
  ...sampleCase,
  decidedBy: sampleCollege,
  legalBasis: {
    name: 'de Subsidieregeling leefbaarheid 2019',
    article: 'artikel 3',
    publicationReference: 'Gemeenteblad 2018, 250123',
  },
  requestedCents: cents(75_000),
  reasons: [
    {
      criterionText: 'Het idee maakt de leefomgeving beter en brengt mensen bij elkaar',
      outcome: 'met',
      fact: 'U nodigt alle bewoners van het dorp uit om samen te koken, te eten en nieuwe buren te leren kennen',
      article: 'artikel 4, eerste lid, van de regeling',
    },
    {
      criterionText: 'Er is draagvlak in de straat, de wijk of de kern',
      outcome: 'met',
      fact: 'Bij uw aanvraag zitten handtekeningen van 34 bewoners',
      article: 'artikel 4, tweede lid, van de regeling',
    },
  ],
  advice: ['Dorpsraad Vogelhoek, 3 juni 2019 (advies): gunstig. Het plan past bij wat het dorp wil'],
};

export const sampleGrant: GrantFacts = {
  ...sampleDecision,
  grantedCents: cents(62_500),
  computation: [
    { label: 'Kosten volgens uw begroting', amountCents: cents(75_000), because: null },
    {
      label: 'Alcoholische dranken',
      amountCents: cents(-12_500),
      because: {
        text: 'Deze kosten tellen niet mee, omdat de regeling daar geen geld voor geeft',
        article: 'artikel 6, onder b, van de regeling',
      },
    },
  ],
  activity: 'U organiseert een maaltijd voor het hele dorp op het Lindeplein',
  period: { firstDay: calendarDate('2019-08-24'), lastDay: calendarDate('2019-08-24') },
  fixing: { kind: 'fixed-directly', keepProofYears: 5 },
  payment: { kind: 'at-once', ibanLastFour: '4300' },
  obligations: [
    { text: 'U voert de activiteit uit vóór 31 december 2019', basis: 'artikel 9 van de regeling' },
    { text: 'Iedereen uit de kern mag meedoen', basis: 'artikel 4, derde lid, van de regeling' },
  ],
};

/** A grant that is accounted for afterwards, decided under mandate. */
export const sampleGrantWithAccount: GrantFacts = {
  ...sampleGrant,
  decidedBy: sampleMandate,
  fixing: {
    kind: 'account-afterwards',
    accountDueOn: calendarDate('2019-11-23'),
    evidence: [
      'een kort verslag met foto’s',
      'een overzicht van wat u hebt uitgegeven',
      'de bonnen en rekeningen',
    ],
    amountRule: 'actual-costs',
  },
  payment: { kind: 'advance', advanceCents: cents(50_000), ibanLastFour: '4300' },
};

/** A grant that is paid to somebody else, who said yes to that. */
export const sampleGrantToPayee: GrantFacts = {
  ...sampleGrant,
  payment: { kind: 'at-once', ibanLastFour: '6789', payeeName: 'Hovenier De Verzonnen Tuin' },
};

export const sampleCeiling: CeilingFacts = {
  ceilingCents: cents(200_000),
  leftCents: cents(31_250),
  scope: 'de kern Vogelhoek in 2019',
  order: { place: 4, completeOn: calendarDate('2019-05-28'), standing: null, drawnByLot: true },
  publicationReference: 'Gemeenteblad 2018, 250124',
  article: 'artikel 4:25, tweede lid, van de Algemene wet bestuursrecht',
};

export const samplePartialGrant: PartialGrantFacts = {
  ...sampleGrant,
  assumedRules: [
    'Aanvragen worden behandeld op volgorde van de dag waarop zij compleet zijn. Op dezelfde dag beslist het lot.',
    'De eerste aanvraag die niet meer past, krijgt het bedrag dat over is.',
  ],
  grantedCents: cents(31_250),
  computation: [
    ...sampleGrant.computation,
    {
      label: 'Past niet meer onder het subsidieplafond',
      amountCents: cents(-31_250),
      because: {
        text: 'Er was nog € 312,50 over voor uw aanvraag',
        article: 'artikel 4:25, tweede lid, van de Algemene wet bestuursrecht',
      },
    },
  ],
  ceiling: sampleCeiling,
};

export const sampleRefusal: RefusalFacts = {
  ...sampleDecision,
  applicant: {
    name: 'J. van ’t Hof',
    organisation: 'Stichting Dorpshuis De Vlinder',
    salutationName: 'heer Van ’t Hof',
    addressLines: ['Kerkpad 3', '4325 BD Vogelhoek'],
  },
  yourReference: 'DV-19/7',
  applicationTitle: 'Barbecue voor vrijwilligers',
  reasons: [
    {
      criterionText: 'De activiteit is open voor alle bewoners',
      outcome: 'not-met',
      fact: 'U schrijft dat alleen vrijwilligers van de stichting mogen komen',
      article: 'artikel 4, derde lid, van de regeling',
    },
    {
      criterionText: 'Het budget is niet bedoeld voor feesten, eten en drinken',
      outcome: 'not-met',
      fact: 'Uw begroting bestaat alleen uit eten en drinken',
      article: 'artikel 6, onder a, van de regeling',
    },
    {
      criterionText: 'Er is draagvlak in de straat, de wijk of de kern',
      outcome: 'met',
      fact: 'Twaalf bewoners steunen uw plan',
      article: 'artikel 4, tweede lid, van de regeling',
    },
  ],
  advice: ['Dorpsraad Vogelhoek, 3 juni 2019 (advies): ongunstig. De barbecue is niet voor het hele dorp'],
  ceiling: null,
  alternatives: [
    'U kunt in 2020 een nieuwe aanvraag doen voor een activiteit die voor iedereen open is',
    'Voor een kleine buurtbijeenkomst is er de Bijdrage buurtbijeenkomsten van hoogstens € 100,00',
  ],
};

export const sampleAcknowledgement: AcknowledgementFacts = {
  ...sampleCase,
  receivedAt: new Date('2019-05-02T12:05:00Z'),
  channel: 'digital',
  documents: ['begroting.pdf', 'handtekeningen.pdf'],
  request: [
    { label: 'Naam', value: 'Şükran Yıldız' },
    { label: 'Wat wilt u doen?', value: 'Een maaltijd voor het hele dorp op het Lindeplein.' },
    { label: 'Wanneer?', value: '24 augustus 2019' },
    { label: 'Hoeveel geld vraagt u?', value: '€\u00a0750,00' },
    {
      label: 'Wat heeft de kern eraan?',
      value:
        'Er zijn dit jaar veel nieuwe bewoners bij gekomen. Door samen te koken en te eten leren wij elkaar kennen. Oudere bewoners halen wij thuis op.',
    },
  ],
  legalDueOn: calendarDate('2019-07-26'),
  promisedOn: calendarDate('2019-07-01'),
};

export const sampleMissing = [
  {
    what: 'Een begroting met alle kosten',
    why: 'Daarmee kunnen wij berekenen hoeveel subsidie u kunt krijgen',
  },
  { what: 'Uw rekeningnummer', why: 'Zonder rekeningnummer kunnen wij niet betalen' },
];

export const sampleCompletionRequest: CompletionRequestFacts = {
  ...sampleCase,
  missing: sampleMissing,
  term: { unit: 'weeks', count: 2 },
  termStartsAfter: null,
  digitalAddress: 'www.lindenrade.example/mijn-aanvraag',
};

export const sampleLeftUntreated: LeftUntreatedFacts = {
  ...sampleCase,
  decidedBy: sampleMandate,
  legalBasis: sampleDecision.legalBasis,
  missing: sampleMissing,
  askedOn: calendarDate('2019-05-10'),
  termEndedOn: calendarDate('2019-05-24'),
  newApplication: 'U kunt tot en met 31 mei 2019 een nieuwe aanvraag doen',
};

/** Everything was spent when this application had its turn. */
export const sampleRefusalOnCeiling: RefusalFacts = {
  ...sampleRefusal,
  applicationTitle: 'Bankjes langs het ommetje',
  reasons: [],
  advice: ['Dorpsraad Vogelhoek, 3 juni 2019 (advies): gunstig. Wij wandelen er graag'],
  ceiling: { ...sampleCeiling, leftCents: cents(0) },
  alternatives: ['U kunt in 2020 opnieuw aanvragen, als er dan weer een regeling is'],
};
