import type { Applicant } from './story.ts';

export const criteria = [
  'surroundings',
  'meeting',
  'several-residents',
  'support',
  'open-to-all',
  'not-a-party',
] as const;

export type Criterion = (typeof criteria)[number];

/** Everybody whose application is judged: not who withdrew, and not who never completed. */
export const judged = ['gijs', 'fenna', 'joke', 'zeynep', 'sanne', 'wim', 'thijs', 'rik'] as const;

export type Judged = Extract<Applicant, (typeof judged)[number]>;

/** What the assessor writes of each criterion; these sentences come in the letters. */
export const judgements: Readonly<Record<Judged, Readonly<Record<Criterion, string>>>> = {
  gijs: {
    surroundings: 'De baan maakt van een leeg stuk plein een plek om te zijn.',
    meeting: 'Buren spelen er elke donderdag samen.',
    'several-residents': 'Alle inwoners kunnen de baan gebruiken.',
    support: 'Achttien buren rond het plein tekenden voor de baan.',
    'open-to-all': 'De baan ligt op het openbare plein.',
    'not-a-party': 'Het is een plek om te spelen, geen feest.',
  },
  fenna: {
    surroundings: 'De bank en de planten maken de plek bij de kerk mooier.',
    meeting: 'Op de tuindag werken buren samen, en op de bank ontmoeten zij elkaar.',
    'several-residents': 'De bank en de tuindag zijn voor de hele straat.',
    support: 'Twaalf huishoudens doen mee.',
    'open-to-all': 'Iedereen uit de straat is uitgenodigd.',
    'not-a-party': 'Het is een werkdag in de tuin, geen feest.',
  },
  joke: {
    surroundings: 'De fruitbomen maken de speeltuin groener.',
    meeting: 'Inwoners planten samen en plukken samen.',
    'several-residents': 'De plukplek is voor het hele dorp.',
    support: 'Ouders en fruittelers uit het dorp helpen mee.',
    'open-to-all': 'De speeltuin is voor iedereen open.',
    'not-a-party': 'Het is een plukplek, geen feest.',
  },
  zeynep: {
    surroundings: 'Inwoners leren elkaars taal en gewoonten kennen.',
    meeting: 'Nieuwe en oude inwoners praten tien avonden met elkaar.',
    'several-residents': 'Vijftien inwoners hebben zich al opgegeven.',
    support: 'De deelnemers stellen hun huis open.',
    'open-to-all': 'Iedereen uit Zoelen kan zich opgeven.',
    'not-a-party': 'Het zijn gespreksavonden, geen feest.',
  },
  sanne: {
    surroundings: 'De bank maakt het plein voor het dorpshuis gezelliger.',
    meeting: 'Oudere inwoners vertellen er verhalen aan jongere.',
    'several-residents': 'De bank is voor alle inwoners van het dorp.',
    support: 'De vrijwilligers van het dorpshuis en de ouderenbond steunen het plan.',
    'open-to-all': 'De verhalen op zondag zijn voor iedereen.',
    'not-a-party': 'Het is een plek voor verhalen, geen feest.',
  },
  wim: {
    surroundings: 'De bloembakken maken de dijk mooier.',
    meeting: 'De buren timmeren en planten samen.',
    'several-residents': 'Alle huishoudens op de dijk doen mee.',
    support: 'Alle negen huishoudens op de dijk steunen het plan.',
    'open-to-all': 'Iedereen van de dijk kan meedoen.',
    'not-a-party': 'Het is samen werken, geen feest.',
  },
  thijs: {
    surroundings: 'Een avond samen is goed voor de sfeer in de straat.',
    meeting: 'Dertig buren ontmoeten elkaar.',
    'several-residents': 'Dertig buren komen.',
    support: 'De buren steunen het plan.',
    'open-to-all': 'De hele straat is uitgenodigd.',
    'not-a-party': 'U vraagt alleen geld voor eten en drinken op een feest.',
  },
  rik: {
    surroundings: 'De route laat zien hoe bijzonder het dorp is.',
    meeting: 'Inwoners vertellen elkaar hun verhaal.',
    'several-residents': 'Iedereen kan de route lopen.',
    support: 'De wandelclub en vier bewoners doen mee.',
    'open-to-all': 'De route is vrij toegankelijk.',
    'not-a-party': 'Het is een wandelroute, geen feest.',
  },
};

/** All criteria are met, but one: what Thijs asks for is a party. */
export function outcomeOf(applicant: Judged, criterion: Criterion): 'met' | 'not-met' {
  return applicant === 'thijs' && criterion === 'not-a-party' ? 'not-met' : 'met';
}
