import type { RegulationDocument } from '../../regulations/domain/regulation-document.ts';

/** Parts that many regulations have in the same words. */
export const ordinaryParts = {
  scope: { kind: 'municipality' },
  support: { kind: 'none' },
  costs: { categories: [], uncategorised: 'eligible', vat: 'included' },
  ownShare: { kind: 'none' },
  decider: { kind: 'mandate' },
  advice: { advisers: [], conflictOfInterest: 'law' },
  frequency: { kind: 'unlimited' },
  payment: { kind: 'at-once' },
  settlement: { fixed: 'directly', keepProofYears: 5 },
  remainder: { kind: 'lapse' },
  execution: {},
  deMinimis: { kind: 'not-applicable' },
  publication: { grantsArePublished: false, organisationNames: false, photos: 'none' },
} as const satisfies Partial<RegulationDocument>;

/** What regulations assume alike where their municipality published nothing about it. */
export const ordinaryAssumptions = {
  decider: 'een medewerker beslist namens het college',
  terms: 'de termijnen die de regeling niet noemt, zijn die van de wet',
  settlement: 'de bijdrage staat meteen vast',
  payment: 'wij betalen in één keer',
  remainder: 'wat aan het einde van het jaar over is, vervalt',
  advice: 'er is geen vast advies',
  publication: 'er wordt niets gepubliceerd',
  deMinimis: 'een verklaring over de-minimissteun is niet nodig',
  frequency: 'er is geen grens aan hoe vaak iemand mag aanvragen',
  costs: 'alle kosten tellen mee, met btw',
} as const;
