import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { letterKinds } from './domain/letter-kind.ts';
import type { LetterKind } from './domain/letter-kind.ts';
import { type SectionName, sectionNames } from './domain/section-name.ts';
import type { LetterTemplate, TemplateBlock } from './domain/templates/letter-template.ts';

export const blockKinds = ['standard', 'text', 'list'] as const;

/** A part of a section of a template, as it is sent and as it is shown. */
export class TemplateBlockRequest {
  @EnumField({
    description:
      '"standard" is wat de dienst zelf schrijft; "text" een alinea en "list" een opsomming van u.',
    choices: blockKinds,
  })
  kind!: (typeof blockKinds)[number];

  @TextField({
    description:
      'De alinea, met invulvelden zoals {planTitle}. Alleen bij "text"; leeg zolang zij ontbreekt.',
    minLength: 0,
    maxLength: 2000,
    optional: true,
  })
  text?: string;

  @TextField({
    description: 'De onderdelen van de opsomming. Alleen bij "list".',
    maxLength: 500,
    list: { maxItems: 20 },
    optional: true,
  })
  items?: string[];
}

export class TemplateSectionRequest {
  @EnumField({
    description: 'Onderdeel van de brief; "own-text" is een eigen onderdeel.',
    choices: sectionNames,
  })
  name!: SectionName;

  @TextField({ description: 'Kop, of null voor de opening.', maxLength: 120, nullable: true })
  heading!: string | null;

  @ListField(() => TemplateBlockRequest, {
    description: 'Wat er staat, van boven naar beneden.',
    maxItems: 20,
  })
  blocks!: TemplateBlockRequest[];
}

/** The words of a municipality for one kind of letter. A draft may still be wrong; the answer tells what is. */
export class LetterTemplateRequest {
  @EnumField({ description: 'Soort brief.', choices: letterKinds })
  kind!: LetterKind;

  @TextField({
    description: 'Onderwerp van de brief, of null voor dat van de dienst.',
    maxLength: 200,
    nullable: true,
  })
  subject!: string | null;

  @ListField(() => TemplateSectionRequest, {
    description: 'De onderdelen die u anders wilt. Wat u niet noemt, schrijft de dienst zoals altijd.',
    minItems: 1,
    maxItems: 30,
  })
  sections!: TemplateSectionRequest[];
}

export class ActivateTemplateRequest {
  @CalendarDateField({ description: 'Eerste dag waarop brieven zo worden geschreven; niet voor vandaag.' })
  validFrom!: CalendarDate;
}

function blockOf({ kind, text = '', items = [] }: TemplateBlockRequest): TemplateBlock {
  if (kind === 'standard') return { kind };
  return kind === 'text' ? { kind, text } : { kind, items };
}

/** What was sent, as the domain knows it. */
export function templateOf({ kind, subject, sections }: LetterTemplateRequest): LetterTemplate {
  return {
    kind,
    subject,
    sections: sections.map(({ name, heading, blocks }) => ({ name, heading, blocks: blocks.map(blockOf) })),
  };
}
