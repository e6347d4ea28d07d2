import { DomainError } from '../../kernel/domain-error.ts';
import type { LetterKind } from './letter-kind.ts';
import type { Block, LetterModel, LetterSection } from './letter-model.ts';
import type { SectionName } from './section-name.ts';
import { letterProblems } from './letters.problems.ts';
import { plainText } from './rich-text.ts';

interface LetterRule {
  /** A decision in the sense of Awb 1:3: open to objection. */
  readonly decision: boolean;
  readonly mandatory: readonly SectionName[];
  /** Of each group at least one section must be there. */
  readonly oneOf: readonly (readonly SectionName[])[];
  /** What the letter may have besides, as the case is. */
  readonly optional?: readonly SectionName[];
}

const grantRule = {
  decision: true,
  mandatory: ['message', 'activity', 'computation', 'reasons', 'obligations', 'payment', 'legal-basis'],
  oneOf: [['proof', 'account']],
  optional: ['advice'],
} as const satisfies LetterRule;

/** What the law and DOMAIN want in each kind of letter; the objection clause follows from `decision`. */
const rules = {
  acknowledgement: { decision: false, mandatory: ['message', 'copy', 'term', 'contact'], oneOf: [] },
  'completion-request': {
    decision: false,
    mandatory: ['message', 'missing', 'completing', 'consequence', 'contact'],
    oneOf: [],
  },
  grant: grantRule,
  'partial-grant': { ...grantRule, mandatory: [...grantRule.mandatory, 'ceiling'] },
  refusal: {
    decision: true,
    mandatory: ['message', 'legal-basis'],
    oneOf: [['reasons', 'ceiling']],
    optional: ['advice', 'alternatives'],
  },
  'left-untreated': {
    decision: true,
    mandatory: ['message', 'missing', 'legal-basis'],
    oneOf: [],
    optional: ['alternatives'],
  },
  'delay-notice': { decision: false, mandatory: ['message', 'delay', 'term', 'contact'], oneOf: [] },
  'penalty-decision': {
    decision: true,
    mandatory: ['message', 'reasons', 'legal-basis'],
    oneOf: [],
    optional: ['computation', 'payment'],
  },
  'final-fixing': {
    decision: true,
    mandatory: ['message', 'findings', 'computation', 'payment', 'legal-basis'],
    oneOf: [],
  },
  intention: {
    decision: false,
    mandatory: ['message', 'reasons', 'responding', 'consequence', 'contact'],
    oneOf: [],
  },
  'grant-change': {
    decision: true,
    mandatory: ['message', 'reasons', 'hearing', 'payment', 'legal-basis'],
    oneOf: [],
  },
  recovery: {
    decision: true,
    mandatory: ['message', 'reasons', 'computation', 'payment', 'legal-basis'],
    oneOf: [],
  },
  'change-notice': {
    decision: false,
    mandatory: ['message', 'changes', 'responding', 'term', 'contact'],
    oneOf: [],
    optional: ['reasons'],
  },
  'forwarding-notice': {
    decision: false,
    mandatory: ['message', 'reasons', 'consequence', 'contact'],
    oneOf: [],
  },
} as const satisfies Record<LetterKind, LetterRule>;

/** Every section that a kind of letter can have. */
export function sectionsOf(kind: LetterKind): readonly SectionName[] {
  const { decision, mandatory, oneOf, optional = [] }: LetterRule = rules[kind];
  const objection: SectionName[] = decision ? ['objection'] : [];
  return [
    ...mandatory,
    ...oneOf.flat(),
    ...optional,
    ...objection,
    'contact',
    'sample',
    'correction',
    'explanation',
  ];
}

/** Tells whether a kind of letter carries a decision, and so an objection clause (Awb 3:45). */
export function isDecisionLetter(kind: LetterKind): boolean {
  return rules[kind].decision;
}

function hasText(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
      return plainText(block.content).trim() !== '';
    case 'list':
      return block.items.length > 0 && block.items.every((item) => plainText(item).trim() !== '');
    case 'table':
      return block.rows.length > 0 && block.rows.every((row) => row.cells.length === block.columns.length);
    case 'address':
      return block.lines.some((line) => line.trim() !== '');
  }
}

function objectionFaults(model: LetterModel, section: LetterSection | undefined): string[] {
  if (!rules[model.kind].decision) {
    return section === undefined ? [] : ['Deze brief is geen besluit en mag geen bezwaarclausule hebben.'];
  }
  if (section === undefined) return ['De bezwaarclausule ontbreekt.'];
  const texts = section.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.content] : []));
  const namesLastDay =
    model.sentOn !== null ||
    texts.flat().some((part) => part.kind === 'date' && part.token === 'lastObjectionDay');
  const faults: string[] = [];
  if (!namesLastDay) faults.push('De bezwaarclausule noemt de laatste dag van de termijn niet.');
  if (!section.blocks.some((block) => block.kind === 'address')) {
    faults.push('De bezwaarclausule noemt geen adres.');
  }
  return faults;
}

/** Says in Dutch what is wrong with a letter; an empty list means that it may be sent. */
export function letterFaults(model: LetterModel): string[] {
  const faults: string[] = [];
  const byName = new Map(model.sections.map((section) => [section.name, section]));
  if (byName.size !== model.sections.length) faults.push('Een onderdeel komt twee keer voor.');
  for (const name of rules[model.kind].mandatory) {
    if (!byName.has(name)) faults.push(`Het onderdeel "${name}" ontbreekt.`);
  }
  for (const group of rules[model.kind].oneOf) {
    if (!group.some((name) => byName.has(name))) {
      faults.push(`Een van deze onderdelen moet er zijn: ${group.join(', ')}.`);
    }
  }
  for (const section of model.sections) {
    if (section.blocks.length === 0 || !section.blocks.every(hasText)) {
      faults.push(`Het onderdeel "${section.name}" is leeg of niet volledig.`);
    }
  }
  faults.push(...objectionFaults(model, byName.get('objection')));
  if (model.sample !== byName.has('sample')) {
    faults.push('Het merk "voorbeeld" en de uitleg daarbij horen samen voor te komen.');
  }
  if (model.addresseeLines.length < 2) faults.push('Naam of adres van de ontvanger ontbreekt.');
  if (model.signature.signatories.length === 0) faults.push('De ondertekening ontbreekt.');
  return faults;
}

/**
 * Refuses a letter that lacks what it must have, or has what it must not have.
 * @throws DomainError `letter-incomplete` that names every fault.
 */
export function checkLetter(model: LetterModel): void {
  const faults = letterFaults(model);
  if (faults.length > 0) throw DomainError.of(letterProblems, 'letter-incomplete', faults.join(' '));
}
