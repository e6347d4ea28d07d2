import type { CaseFacts, DecidedBy, LegalBasisFacts } from './facts.ts';
import type { LetterKind } from './letter-kind.ts';
import type { LetterModel, LetterSection, SignatureBlock } from './letter-model.ts';
import { capitalised, day, paragraph, sentence } from './rich-text.ts';

/** What a composer adds to the frame that all letters have in common. */
export interface LetterBody {
  readonly title: string;
  readonly subject: string;
  readonly signature: SignatureBlock;
  /** The opening first; without the note on samples and without the contact section. */
  readonly sections: readonly LetterSection[];
}

function sampleNote(facts: CaseFacts): LetterSection[] {
  if (facts.assumedRules.length === 0) return [];
  return [
    {
      name: 'sample',
      heading: 'Dit is een voorbeeld',
      blocks: [
        paragraph`Deze brief is een voorbeeld. De gemeente heeft de regels waarop hij rust nog niet bevestigd. Het zijn deze: ${facts.assumedRules.map((rule) => sentence(capitalised(rule))).join(' ')}`,
      ],
    },
  ];
}

function contact(facts: CaseFacts): LetterSection {
  const { sender, handledBy } = facts;
  const mail = sender.email === null ? '' : `, of mail naar ${sender.email}`;
  return {
    name: 'contact',
    heading: 'Hebt u vragen?',
    blocks: [
      paragraph`Bel met ${handledBy.name}, ${handledBy.phone}${mail}. Noem ons kenmerk ${facts.caseNumber}.`,
    ],
  };
}

function addressee(facts: CaseFacts): string[] {
  const { name, organisation, addressLines } = facts.applicant;
  const names = organisation === null ? [name] : [organisation, `T.a.v. ${name}`];
  return [...names, ...addressLines];
}

/** A correction refers to the letter that it takes the place of, because both are kept. */
function correction({ corrects }: CaseFacts): LetterSection[] {
  if (corrects === undefined) return [];
  return [
    {
      name: 'correction',
      heading: 'Deze brief komt in de plaats van een eerdere brief',
      blocks: [
        paragraph`Op ${day(corrects.sentOn)} stuurden wij u een brief over hetzelfde. Daarin stond een fout: ${sentence(corrects.because)} Deze brief komt daarvoor in de plaats. Onze excuses voor het ongemak.`,
      ],
    },
  ];
}

/** A changed decision says which one it takes the place of, and why. */
function replacement({ replaces }: CaseFacts): LetterSection[] {
  if (replaces === undefined) return [];
  return [
    {
      name: 'correction',
      heading: 'Dit besluit komt in de plaats van een eerder besluit',
      blocks: [
        paragraph`Op ${day(replaces.sentOn)} stuurden wij u een besluit over dezelfde aanvraag. ${sentence(replaces.because)} Dit besluit komt daarvoor in de plaats.`,
      ],
    },
  ];
}

/** What an official adds stands apart from what the law wants, so that neither can take the place of the other. */
function explanation({ explanation: paragraphs = [] }: CaseFacts): LetterSection[] {
  if (paragraphs.length === 0) return [];
  return [
    { name: 'explanation', heading: 'Toelichting', blocks: paragraphs.map((text) => paragraph`${text}`) },
  ];
}

/** The official's words come before how the decision was taken and what the reader can do about it. */
function withExplanation(facts: CaseFacts, sections: readonly LetterSection[]): LetterSection[] {
  const at = sections.findIndex(({ name }) => name === 'legal-basis');
  const place = at < 0 ? sections.length : at;
  return [...sections.slice(0, place), ...explanation(facts), ...sections.slice(place)];
}

/** Puts the body of a letter into what all letters have in common: sender, addressee, references, contact. */
export function frameLetter(kind: LetterKind, facts: CaseFacts, body: LetterBody): LetterModel {
  const { sender } = facts;
  const [opening, ...others] = body.sections;
  return {
    formatVersion: 1,
    kind,
    language: 'nl-NL',
    title: `${body.title} ${facts.caseNumber}`,
    sender: {
      municipalityName: sender.municipalityName,
      visitingAddressLines: sender.visitingAddressLines,
      postalAddressLines: sender.postalAddressLines,
      phone: sender.phone,
      website: sender.website,
      email: sender.email,
      mark: sender.mark,
      accentColor: sender.accentColor,
    },
    addresseeLines: addressee(facts),
    ourReference: facts.caseNumber,
    yourReference: facts.yourReference,
    handledBy: facts.handledBy,
    enclosures: facts.enclosures,
    subject: body.subject,
    salutation: `Geachte ${facts.applicant.salutationName},`,
    sections: [
      ...(opening ? [opening] : []),
      ...correction(facts),
      ...replacement(facts),
      ...withExplanation(facts, others),
      contact(facts),
      ...sampleNote(facts),
    ],
    signature: body.signature,
    sample: facts.assumedRules.length > 0,
    preview: false,
    sentOn: null,
  };
}

/** Signature of a letter that decides nothing: the official who handles the case. */
export function officialSignature(facts: CaseFacts): SignatureBlock {
  return {
    closing: 'Met vriendelijke groet,',
    authority: `Gemeente ${facts.sender.municipalityName}`,
    signatories: [{ name: facts.handledBy.name, title: '' }],
    byHand: false,
  };
}

/** Signature as the decision was taken: by the college itself, or on its behalf (Awb 10:10). */
export function decisionSignature(facts: CaseFacts & { readonly decidedBy: DecidedBy }): SignatureBlock {
  const college = `${facts.sender.collegeName} van ${facts.sender.municipalityName}`;
  const { decidedBy } = facts;
  if (decidedBy.kind === 'mandate') {
    return {
      closing: 'Met vriendelijke groet,',
      authority: `namens het ${college},`,
      signatories: [{ name: decidedBy.name, title: decidedBy.function }],
      byHand: true,
    };
  }
  return {
    closing: 'Met vriendelijke groet,',
    authority: `het ${college},`,
    signatories: [
      { name: decidedBy.secretaryName, title: decidedBy.secretaryTitle },
      { name: decidedBy.mayorName, title: decidedBy.mayorTitle },
    ],
    byHand: true,
  };
}

/** Who decided, as one sentence. */
export function whoDecided(decidedBy: DecidedBy, collegeName: string): string {
  if (decidedBy.kind === 'college') {
    return `Het ${collegeName} heeft dit besloten op ${day(decidedBy.resolutionDate)} (besluit ${decidedBy.resolutionNumber}).`;
  }
  return `Dit besluit is genomen namens het ${collegeName}. De bevoegdheid daarvoor staat in ${decidedBy.mandateReference}.`;
}

/** The part of the Act by which subsidies are granted and refused. */
export const subsidyTitle = 'titel 4.2 van de Algemene wet bestuursrecht';

/**
 * The regulation, the Act, and who decided (Awb 3:47).
 * @param act the part of the Act by which this kind of decision is taken
 */
export function legalBasisSection(
  facts: CaseFacts & { readonly decidedBy: DecidedBy; readonly legalBasis: LegalBasisFacts },
  act: string,
): LetterSection {
  const { legalBasis } = facts;
  return {
    name: 'legal-basis',
    heading: 'Op welke regels is dit besluit gebaseerd?',
    blocks: [
      paragraph`Dit besluit is gebaseerd op ${legalBasis.article} van ${legalBasis.name} (${legalBasis.publicationReference}) en op ${act}. ${whoDecided(facts.decidedBy, facts.sender.collegeName)}`,
    ],
  };
}
