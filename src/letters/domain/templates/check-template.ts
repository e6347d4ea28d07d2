import { isDecisionLetter, sectionsOf } from '../check-letter.ts';
import type { LetterKind } from '../letter-kind.ts';
import type { SectionName } from '../section-name.ts';
import type { LetterTemplate, TemplateBlock, TemplateSection } from './letter-template.ts';
import { placeholdersOf, placeholderTypes } from './placeholders.ts';
import { partsOf } from './template-text.ts';

/** One thing that is wrong with a template, with its place as a JSON Pointer. */
export interface TemplateFault {
  readonly pointer: string;
  readonly code: TemplateFaultCode;
  readonly detail: string;
}

export type TemplateFaultCode =
  | 'placeholder-unknown'
  | 'placeholder-not-in-this-letter'
  | 'brace-without-partner'
  | 'text-missing'
  | 'heading-missing'
  | 'heading-not-allowed'
  | 'section-twice'
  | 'section-not-in-this-letter'
  | 'opening-not-first'
  | 'clause-missing'
  | 'reason-missing'
  | 'objection-missing'
  | 'objection-not-allowed'
  | 'standard-twice';

type Fault = Omit<TemplateFault, 'pointer'>;

function textFaults(text: string, allowed: readonly string[]): Fault[] {
  if (text.trim() === '') return [{ code: 'text-missing', detail: 'Hier staat geen tekst.' }];
  const parts = partsOf(text);
  if (parts === null) {
    const detail =
      'Een accolade hoort bij een invulveld, zoals {planTitle}. Deze heeft geen partner of geen naam.';
    return [{ code: 'brace-without-partner', detail }];
  }
  return parts.flatMap((part): Fault[] => {
    if (part.kind === 'words' || allowed.includes(part.name)) return [];
    return part.name in placeholderTypes
      ? [
          {
            code: 'placeholder-not-in-this-letter',
            detail: `{${part.name}} bestaat, maar deze brief kent het niet.`,
          },
        ]
      : [
          {
            code: 'placeholder-unknown',
            detail: `{${part.name}} bestaat niet. Kies uit: ${allowed.join(', ')}.`,
          },
        ];
  });
}

function blockFaults(block: TemplateBlock, pointer: string, allowed: readonly string[]): TemplateFault[] {
  const at = (place: string) => (fault: Fault) => ({ ...fault, pointer: `${pointer}${place}` });
  switch (block.kind) {
    case 'standard':
      return [];
    case 'text':
      return textFaults(block.text, allowed).map(at('/text'));
    case 'list':
      return block.items.length === 0
        ? [{ pointer: `${pointer}/items`, code: 'text-missing', detail: 'De lijst is leeg.' }]
        : block.items.flatMap((item, index) => textFaults(item, allowed).map(at(`/items/${index}`)));
  }
}

/** What the opening must tell when a municipality writes it itself; of other kinds it cannot. */
const openings: Readonly<Partial<Record<LetterKind, readonly string[]>>> = {
  acknowledgement: ['caseNumber', 'receivedOn'],
  'completion-request': ['planTitle', 'lastCompletionDay'],
  'left-untreated': ['planTitle', 'receivedOn'],
  grant: ['planTitle', 'grantedAmount'],
  'partial-grant': ['planTitle', 'grantedAmount', 'requestedAmount'],
  refusal: ['planTitle', 'requestedAmount'],
  'final-fixing': ['planTitle', 'finalAmount'],
  recovery: ['planTitle', 'finalAmount', 'lastPaymentDay'],
};

function replacesOpening(kind: LetterKind, { name, blocks }: TemplateSection): boolean {
  const needs = openings[kind];
  if (name !== 'message' || needs === undefined) return false;
  const words = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join(' ');
  return needs.every((placeholder) => words.includes(`{${placeholder}}`));
}

/** The sections whose words the law wants: what a municipality adds stands beside them, never in their place. */
function missingStandard(kind: LetterKind, name: SectionName): Fault {
  if (name === 'objection') {
    return { code: 'objection-missing', detail: 'De bezwaarclausule van de dienst mag niet weg (Awb 3:45).' };
  }
  if (name === 'reasons' || name === 'ceiling') {
    return { code: 'reason-missing', detail: 'De redenen volgen uit de zaak en mogen niet weg (Awb 3:46).' };
  }
  const needs = name === 'message' ? openings[kind] : undefined;
  const instead =
    needs === undefined
      ? 'Eigen tekst mag erbij.'
      : `Of schrijf de opening zelf, met ${needs.map((placeholder) => `{${placeholder}}`).join(' en ')}.`;
  return { code: 'clause-missing', detail: `Zet in "${name}" een blok "standard". ${instead}` };
}

function sectionFaults(template: LetterTemplate, section: TemplateSection, index: number): TemplateFault[] {
  const pointer = `/sections/${index}`;
  const { kind } = template;
  const allowed = placeholdersOf(kind);
  const faults: TemplateFault[] = section.blocks.flatMap((block, place) =>
    blockFaults(block, `${pointer}/blocks/${place}`, allowed),
  );
  const add = (code: TemplateFaultCode, detail: string, place = '') =>
    faults.push({ pointer: `${pointer}${place}`, code, detail });
  if (section.name === 'objection' && !isDecisionLetter(kind)) {
    add('objection-not-allowed', 'Deze brief is geen besluit en mag geen bezwaarclausule hebben.');
    return faults;
  }
  if (section.name !== 'own-text' && !sectionsOf(kind).includes(section.name)) {
    add('section-not-in-this-letter', `Deze brief heeft geen onderdeel "${section.name}".`);
    return faults;
  }
  const standards = section.blocks.filter((block) => block.kind === 'standard').length;
  if (standards > 1) add('standard-twice', 'De tekst van de dienst komt één keer voor.', '/blocks');
  if (standards === 0 && section.name !== 'own-text' && !replacesOpening(kind, section)) {
    faults.push({ ...missingStandard(kind, section.name), pointer: `${pointer}/blocks` });
  }
  if (section.blocks.length === 0) add('text-missing', 'Dit onderdeel is leeg.', '/blocks');
  const isOpening = section.name === 'message';
  if (isOpening && section.heading !== null) {
    add('heading-not-allowed', 'De opening staat zonder kop onder de aanhef.', '/heading');
  }
  if (isOpening && index > 0) add('opening-not-first', 'De boodschap staat voorop.');
  if (!isOpening && (section.heading ?? '').trim() === '') {
    add('heading-missing', 'Geef dit onderdeel een kop.', '/heading');
  } else if (section.heading !== null) {
    faults.push(
      ...textFaults(section.heading, allowed).map((fault) => ({ ...fault, pointer: `${pointer}/heading` })),
    );
  }
  return faults;
}

/**
 * Everything that is wrong with a template, each with its place; empty when it may be used. A letter made with a
 * sound template has every clause that the law wants, because the service writes those itself.
 */
export function templateFaults(template: LetterTemplate): TemplateFault[] {
  const allowed = placeholdersOf(template.kind);
  const subject =
    template.subject === null
      ? []
      : textFaults(template.subject, allowed).map((fault) => ({ ...fault, pointer: '/subject' }));
  const names = template.sections.map(({ name }) => name);
  const twice = template.sections.flatMap(({ name }, index): TemplateFault[] =>
    names.indexOf(name) < index
      ? [{ pointer: `/sections/${index}`, code: 'section-twice', detail: `"${name}" komt twee keer voor.` }]
      : [],
  );
  const sections = template.sections.flatMap((section, index) => sectionFaults(template, section, index));
  return [...subject, ...twice, ...sections];
}
