import type { LetterKind } from '../letter-kind.ts';
import type { SectionName } from '../section-name.ts';

/**
 * A part of a section. `standard` is what the service itself writes there from the facts of the case: reasons,
 * amounts, terms, the way to object. `text` and `list` are the municipality's own words, in which `{name}` stands
 * for a fact.
 */
export type TemplateBlock =
  | { readonly kind: 'standard' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface TemplateSection {
  readonly name: SectionName;
  /** Null for the opening alone. */
  readonly heading: string | null;
  readonly blocks: readonly TemplateBlock[];
}

/** How one municipality words one kind of letter. Sections that it leaves out stay as the service writes them. */
export interface LetterTemplate {
  readonly kind: LetterKind;
  /** Null keeps the subject of the service. */
  readonly subject: string | null;
  readonly sections: readonly TemplateSection[];
}

/** The templates that are in force on a day. */
export type LetterTemplates = Readonly<Partial<Record<LetterKind, LetterTemplate>>>;
