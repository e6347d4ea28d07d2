import type { ApplicantKind } from '../applicant-kind.ts';
import { applicantKinds } from '../applicant-kind.ts';
import type { Contradiction } from '../contradiction.ts';
import { counted, joined, sentences } from '../dutch-text.ts';
import {
  type ApplicationFacts,
  type ComputedFinding,
  fact,
  found,
  foundAtLeast,
  foundTrue,
  type LegalForm,
  legalForms,
} from '../finding.ts';
import { choice, count, type Data, flag, list, optional, record, text } from '../schema/vocabulary.ts';

/** Who may apply. */
export const applicantsSchema = record({
  kinds: list(choice(applicantKinds, 'Soort aanvrager.'), 'Wie mag aanvragen.', {
    uniqueItems: true,
    maxItems: 5,
  }),
  coApplicants: optional(
    record(
      {
        minimum: count('Hoeveel mensen minstens meedoen, naast de aanvrager.', 1, 1000),
        living: choice(['street', 'neighbourhood', 'kern', 'municipality'], 'Waar zij wonen.'),
      },
      'Mede-aanvragers.',
    ),
  ),
  collective: optional(
    record(
      {
        minimumMembers: count('Hoeveel mensen samen een collectief zijn.', 2, 1000),
        living: choice(['street', 'neighbourhood', 'kern', 'municipality'], 'Waar zij wonen.'),
      },
      'Wat een bewonerscollectief is.',
    ),
  ),
  organisation: optional(
    record(
      {
        legalForms: optional(
          list(choice(legalForms, 'Rechtsvorm.'), 'Welke rechtsvormen.', { uniqueItems: true, maxItems: 5 }),
        ),
        kvkNumberRequired: flag('Of een KvK-nummer nodig is.'),
        nonProfit: optional(flag('Of de organisatie geen winst mag beogen.')),
        collegeMayExempt: optional(flag('Of het college een uitzondering mag maken.')),
      },
      'Wat van een organisatie wordt gevraagd.',
    ),
  ),
  representation: optional(
    choice(['free', 'with-authorisation', 'not-allowed'], 'Of iemand namens een ander mag aanvragen.'),
  ),
  nonResidentsOnlyForLocalBenefit: optional(
    flag('Of wie er niet woont alleen mag aanvragen als het plan de inwoners ten goede komt.'),
  ),
  minimumAge: optional(count('Leeftijd vanaf welke iemand mag aanvragen.', 1, 30)),
  notFor: optional(list(text('Wie niet mag aanvragen.'), 'Wie niet mag aanvragen.', { maxItems: 30 })),
});

export type Applicants = Data<typeof applicantsSchema>;

const plurals = {
  resident: 'inwoners',
  'non-resident': 'mensen die er niet wonen',
  collective: 'bewonerscollectieven',
  organisation: 'organisaties',
  company: 'bedrijven',
} as const satisfies Record<ApplicantKind, string>;

const legalFormTexts = {
  association: 'vereniging',
  foundation: 'stichting',
  cooperation: 'coöperatie',
  church: 'kerkgenootschap',
  other: 'andere rechtspersoon',
} as const satisfies Record<LegalForm, string>;

export const placeTexts = {
  street: 'in de straat',
  neighbourhood: 'in de buurt',
  kern: 'in de kern',
  municipality: 'in de gemeente',
} as const;

const representationTexts = {
  free: 'Iemand mag namens een ander aanvragen.',
  'with-authorisation': 'Iemand mag namens een ander aanvragen, met een machtiging.',
  'not-allowed': 'Niemand mag namens een ander aanvragen.',
} as const;

function listed(kinds: readonly ApplicantKind[]): string {
  return joined(kinds.map((kind) => plurals[kind]));
}

function organisationSentences({ organisation }: Applicants): string[] {
  if (organisation === undefined) return [];
  const { legalForms: forms, kvkNumberRequired, nonProfit, collegeMayExempt } = organisation;
  return sentences(
    forms &&
      `Een organisatie is een ${joined(
        forms.map((form) => legalFormTexts[form]),
        'of',
      )}.`,
    kvkNumberRequired
      ? 'Een organisatie heeft een KvK-nummer.'
      : 'Een organisatie hoeft geen KvK-nummer te hebben.',
    nonProfit !== undefined &&
      (nonProfit ? 'Een organisatie heeft geen winstoogmerk.' : 'Een organisatie mag winst maken.'),
    collegeMayExempt !== undefined &&
      `Het college mag van de eisen aan een organisatie ${collegeMayExempt ? 'afwijken' : 'niet afwijken'}.`,
  );
}

export function applicantsSentences(applicants: Applicants): string[] {
  const { kinds, coApplicants, collective, representation, minimumAge, notFor } = applicants;
  const local = applicants.nonResidentsOnlyForLocalBenefit;
  return sentences(
    `Wie mag aanvragen: ${listed(kinds)}; ook samen met anderen.`,
    coApplicants &&
      `Naast de aanvrager doen minstens ${counted(coApplicants.minimum, 'mens', 'mensen')} mee die ${placeTexts[coApplicants.living]} wonen.`,
    collective &&
      `Een bewonerscollectief bestaat uit minstens ${collective.minimumMembers} mensen die ${placeTexts[collective.living]} wonen.`,
    ...organisationSentences(applicants),
    representation && representationTexts[representation],
    local !== undefined &&
      (local
        ? 'Wie er niet woont, mag alleen aanvragen als het plan goed is voor de inwoners.'
        : 'Wie er niet woont, hoeft niet te laten zien dat het plan goed is voor de inwoners.'),
    minimumAge && `De aanvrager is minstens ${minimumAge} jaar.`,
    notFor && `Niet voor: ${notFor.join('; ')}.`,
  );
}

export function applicantsContradictions({ kinds, ...applicants }: Applicants): Contradiction[] {
  const needs = { collective: 'collective', organisation: 'organisation' } as const;
  const unused = Object.values(needs).filter(
    (kind) => applicants[kind] !== undefined && !kinds.includes(kind),
  );
  const faults: Contradiction[] = unused.map((kind) => ({
    pointer: `/${kind}`,
    code: 'applicant-kind-not-allowed',
    detail: `Hier staat wat van ${plurals[kind]} wordt gevraagd, maar ${plurals[kind]} mogen niet aanvragen.`,
    suggestion: `Zet "${kind}" bij "kinds", of haal dit onderdeel weg.`,
  }));
  const local = applicants.nonResidentsOnlyForLocalBenefit;
  if (local === undefined || kinds.includes('non-resident')) return faults;
  return [
    ...faults,
    {
      pointer: '/nonResidentsOnlyForLocalBenefit',
      code: 'applicant-kind-not-allowed',
      detail: 'Wie er niet woont, mag niet aanvragen; dan heeft deze voorwaarde geen zin.',
      suggestion: 'Zet "non-resident" bij "kinds", of haal deze voorwaarde weg.',
    },
  ];
}

const basis = 'de doelgroep van de regeling';
const criteria = {
  applicant: { code: 'applicant', statement: 'De aanvrager hoort bij wie mag aanvragen.', basis },
  coApplicants: { code: 'co-applicants', statement: 'Er zijn genoeg mede-aanvragers.', basis },
  members: { code: 'collective-members', statement: 'Het collectief heeft genoeg leden.', basis },
  legalForm: {
    code: 'legal-form',
    statement: 'De organisatie heeft een rechtsvorm die mag aanvragen.',
    basis,
  },
  kvk: { code: 'kvk-number', statement: 'De organisatie heeft een KvK-nummer.', basis },
  nonProfit: { code: 'non-profit', statement: 'De organisatie heeft geen winstoogmerk.', basis },
  age: { code: 'minimum-age', statement: 'De aanvrager heeft de leeftijd om aan te vragen.', basis },
  notExcluded: { code: 'not-excluded', statement: 'De regeling sluit de aanvrager niet uit.', basis },
  localBenefit: { code: 'benefit-of-residents', statement: 'Het plan is goed voor de inwoners.', basis },
  representation: { code: 'representation', statement: 'Wie namens een ander aanvraagt, mag dat.', basis },
} as const;

export function findApplicantMayApply(
  { kinds }: Applicants,
  { applicantKind }: ApplicationFacts,
): ComputedFinding {
  const allowed = kinds.includes(applicantKind);
  const facts = [fact('soort aanvrager', plurals[applicantKind])];
  return found(
    criteria.applicant,
    allowed ? 'met' : 'not-met',
    allowed ? 'De aanvrager hoort bij wie mag aanvragen.' : `Aanvragen kunnen alleen: ${listed(kinds)}.`,
    facts,
  );
}

function findOrganisation({ organisation }: Applicants, facts: ApplicationFacts): ComputedFinding[] {
  if (organisation === undefined || facts.applicantKind !== 'organisation') return [];
  const { legalForms: forms, kvkNumberRequired, nonProfit } = organisation;
  const form = facts.legalForm;
  const findings: ComputedFinding[] = [];
  if (forms !== undefined) {
    findings.push(
      foundTrue(
        criteria.legalForm,
        `de organisatie is een ${joined(
          forms.map((each) => legalFormTexts[each]),
          'of',
        )}`,
        form === undefined ? undefined : forms.includes(form),
      ),
    );
  }
  if (kvkNumberRequired) findings.push(foundTrue(criteria.kvk, 'een KvK-nummer', facts.hasKvkNumber));
  if (nonProfit === true) findings.push(foundTrue(criteria.nonProfit, 'geen winstoogmerk', facts.nonProfit));
  // Where the college may make an exception, failing a demand is something to judge.
  if (organisation.collegeMayExempt !== true) return findings;
  return findings.map((finding) =>
    finding.outcome === 'not-met'
      ? {
          ...finding,
          outcome: 'needs-judgement',
          sentence: `${finding.sentence} Het college mag een uitzondering maken.`,
        }
      : finding,
  );
}

function findRepresentation({ representation }: Applicants, facts: ApplicationFacts): ComputedFinding[] {
  if (facts.represented !== true || representation === undefined || representation === 'free') return [];
  if (representation === 'with-authorisation') {
    return [foundTrue(criteria.representation, 'een machtiging', facts.authorised)];
  }
  return [found(criteria.representation, 'not-met', 'Aanvragen namens een ander kan hier niet.')];
}

const persons: readonly ApplicantKind[] = ['resident', 'non-resident'];

/** What is asked of the person who applies; whom a regulation shuts out in words is for people to judge. */
function findPerson(
  { minimumAge, notFor, nonResidentsOnlyForLocalBenefit: local }: Applicants,
  { applicantKind, oldEnough }: ApplicationFacts,
): ComputedFinding[] {
  const findings: ComputedFinding[] = [];
  if (minimumAge !== undefined && persons.includes(applicantKind)) {
    findings.push(foundTrue(criteria.age, `de aanvrager is minstens ${minimumAge} jaar`, oldEnough));
  }
  if (local === true && applicantKind === 'non-resident') {
    const sentence =
      'De aanvrager woont er niet. Een medewerker beoordeelt of het plan goed is voor de inwoners.';
    findings.push(found(criteria.localBenefit, 'needs-judgement', sentence));
  }
  if (notFor !== undefined) {
    const sentence = `Een medewerker beoordeelt of de aanvrager hier niet bij hoort: ${notFor.join('; ')}.`;
    findings.push(found(criteria.notExcluded, 'needs-judgement', sentence));
  }
  return findings;
}

/** Everything that the regulation asks of who applies, beside the kind of applicant. */
export function findApplicantDemands(applicants: Applicants, facts: ApplicationFacts): ComputedFinding[] {
  const { coApplicants, collective } = applicants;
  const findings: ComputedFinding[] = [];
  if (coApplicants !== undefined) {
    const what = `mensen die ${placeTexts[coApplicants.living]} wonen en meedoen`;
    findings.push(foundAtLeast(criteria.coApplicants, what, facts.coApplicants, coApplicants.minimum));
  }
  if (collective !== undefined && facts.applicantKind === 'collective') {
    const what = `leden die ${placeTexts[collective.living]} wonen`;
    findings.push(foundAtLeast(criteria.members, what, facts.members, collective.minimumMembers));
  }
  return [
    ...findings,
    ...findPerson(applicants, facts),
    ...findOrganisation(applicants, facts),
    ...findRepresentation(applicants, facts),
  ];
}
