import type { Applicant } from './story.ts';

export const regulationCode = 'leefbaarheidsbudget-2019';

/** What somebody fills in on the form. Names, streets and account numbers are made up and say so. */
export interface Plan {
  readonly kernCode: string;
  readonly applicant: Readonly<Record<string, string>>;
  readonly title: string;
  readonly description: string;
  readonly requestedCents: number;
  readonly activityStartsOn?: string;
  readonly activityEndsOn?: string;
  readonly costs?: readonly { readonly description: string; readonly amountCents: number }[];
  readonly support?: string;
  readonly iban?: string;
  readonly electronicMessages: boolean;
}

function resident(name: string, houseNumber: string, postcode: string, place: string) {
  return { kind: 'resident', name, street: 'Voorbeeldstraat', houseNumber, postcode, place };
}

const inIngen: Pick<Record<Applicant, Plan>, 'gijs' | 'fenna' | 'hidde' | 'joke'> = {
  gijs: {
    kernCode: 'ingen',
    applicant: resident('Gijs Voorbeeld', '3', '4031 AB', 'Ingen'),
    title: 'Een jeu-de-boulesbaan op het plein',
    description:
      'Wij leggen samen een jeu-de-boulesbaan aan op het dorpsplein. Iedere donderdag spelen wij er, met koffie uit eigen thermoskan.',
    requestedCents: 90_000,
    activityStartsOn: '2019-08-31',
    activityEndsOn: '2019-09-28',
    iban: 'NL57TEST0100201411',
    electronicMessages: true,
  },
  fenna: {
    kernCode: 'ingen',
    applicant: resident('Fenna Voorbeeld', '12', '4031 AB', 'Ingen'),
    title: 'Een bank en een tuindag',
    description: 'Wij plaatsen een bank bij de kerk en houden een tuindag voor de hele straat.',
    requestedCents: 85_000,
    activityStartsOn: '2019-09-14',
    activityEndsOn: '2019-09-14',
    costs: [
      { description: 'Bank', amountCents: 65_000 },
      { description: 'Planten en aarde', amountCents: 20_000 },
    ],
    support: 'Twaalf huishoudens uit de Voorbeeldstraat doen mee.',
    iban: 'NL33TEST0100202522',
    electronicMessages: true,
  },
  hidde: {
    kernCode: 'ingen',
    applicant: resident('Hidde Demonstratie', '27', '4031 AC', 'Ingen'),
    title: 'Een ruilkast voor boeken',
    description: 'Aan de gevel van de oude school hangen wij een kast waar iedereen boeken ruilt.',
    requestedCents: 50_000,
    activityStartsOn: '2019-07-06',
    activityEndsOn: '2019-07-06',
    costs: [{ description: 'Kast van hardhout', amountCents: 50_000 }],
    support: 'De leesclub en de school doen mee.',
    iban: 'NL09TEST0100203633',
    electronicMessages: true,
  },
  joke: {
    kernCode: 'ingen',
    applicant: resident('Joke Proefpersoon', '41', '4031 AD', 'Ingen'),
    title: 'Samen eten uit de boomgaard',
    description:
      'Wij planten zes fruitbomen bij de speeltuin en maken er een plukplek van voor het hele dorp.',
    requestedCents: 70_000,
    activityStartsOn: '2019-11-02',
    activityEndsOn: '2019-11-30',
    costs: [
      { description: 'Fruitbomen en palen', amountCents: 48_000 },
      { description: 'Huur van gereedschap', amountCents: 22_000 },
    ],
    support: 'Ouders van de speeltuin en de fruittelers uit het dorp helpen.',
    iban: 'NL82TEST0100204744',
    electronicMessages: true,
  },
};

const inZoelen: Pick<Record<Applicant, Plan>, 'zeynep' | 'sanne' | 'mila'> = {
  zeynep: {
    kernCode: 'zoelen',
    applicant: resident('Zeynep Proefpersoon', '8', '4011 AB', 'Zoelen'),
    title: 'Taalcafé aan de keukentafel',
    description: 'Tien avonden praten nieuwe en oude inwoners met elkaar, steeds bij iemand anders thuis.',
    requestedCents: 125_000,
    activityStartsOn: '2019-09-03',
    activityEndsOn: '2019-11-05',
    costs: [
      { description: 'Begeleiding van tien avonden', amountCents: 90_000 },
      { description: 'Boeken en spellen', amountCents: 35_000 },
    ],
    support: 'Vijftien inwoners hebben zich al opgegeven.',
    iban: 'NL58TEST0100205855',
    electronicMessages: true,
  },
  sanne: {
    kernCode: 'zoelen',
    applicant: {
      kind: 'organisation',
      name: 'Stichting Het Verzonnen Dorpshuis',
      street: 'Dorpsplein',
      houseNumber: '1',
      postcode: '4011 AC',
      place: 'Zoelen',
      kvkNumber: '00000000',
    },
    title: 'Een verhalenbank voor het dorpshuis',
    description:
      'Voor het dorpshuis komt een bank waar oudere inwoners op zondag verhalen vertellen over het dorp.',
    requestedCents: 75_000,
    activityStartsOn: '2019-09-01',
    activityEndsOn: '2019-10-27',
    costs: [{ description: 'Bank van eikenhout, geplaatst', amountCents: 75_000 }],
    support: 'De vrijwilligers van het dorpshuis en de ouderenbond steunen het plan.',
    iban: 'NL34TEST0100206966',
    electronicMessages: false,
  },
  mila: {
    kernCode: 'zoelen',
    applicant: resident('Mila Voorbeeld', '19', '4011 AD', 'Zoelen'),
    title: 'Iets leuks voor de jeugd',
    description: 'Een plek waar jongeren elkaar kunnen ontmoeten.',
    requestedCents: 60_000,
    electronicMessages: false,
  },
};

const inRavenswaaij: Pick<Record<Applicant, Plan>, 'wim' | 'thijs' | 'rik'> = {
  wim: {
    kernCode: 'ravenswaaij',
    applicant: resident('Wim Demonstratie', '5', '4119 AB', 'Ravenswaaij'),
    title: 'Bloembakken langs de dijk',
    description: 'Met de buren van de dijk timmeren en vullen wij acht bloembakken.',
    requestedCents: 40_000,
    activityStartsOn: '2019-06-29',
    activityEndsOn: '2019-07-13',
    costs: [{ description: 'Hout, aarde en planten', amountCents: 40_000 }],
    support: 'Alle negen huishoudens op de dijk doen mee.',
    iban: 'NL10TEST0100208077',
    electronicMessages: false,
  },
  thijs: {
    kernCode: 'ravenswaaij',
    applicant: resident('Thijs Proefpersoon', '14', '4119 AB', 'Ravenswaaij'),
    title: 'Hapjes voor het zomerfeest',
    description: 'Wij willen eten en drinken kopen voor een feestavond in augustus.',
    requestedCents: 50_000,
    activityStartsOn: '2019-08-17',
    activityEndsOn: '2019-08-17',
    costs: [
      { description: 'Barbecuevlees en salades', amountCents: 35_000 },
      { description: 'Drankjes', amountCents: 15_000 },
    ],
    support: 'Dertig buren komen.',
    iban: 'NL83TEST0100209188',
    electronicMessages: true,
  },
  rik: {
    kernCode: 'ravenswaaij',
    applicant: resident('Rik Demonstratie', '22', '4119 AC', 'Ravenswaaij'),
    title: 'Wandelroute met een verhaal',
    description: 'Langs de Lek zetten wij tien bordjes neer. Inwoners vertellen daarop over hun plek.',
    requestedCents: 60_000,
    activityStartsOn: '2019-09-21',
    activityEndsOn: '2019-09-21',
    support: 'De wandelclub en vier bewoners met een verhaal doen mee.',
    iban: 'NL59TEST0100210299',
    electronicMessages: true,
  },
};

export const plans: Readonly<Record<Applicant, Plan>> = { ...inIngen, ...inZoelen, ...inRavenswaaij };
