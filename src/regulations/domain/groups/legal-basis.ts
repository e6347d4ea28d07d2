import { type Data, list, optional, record, text } from '../schema/vocabulary.ts';
import { sentences } from '../dutch-text.ts';

/** The act of the municipality on which every grant rests (Awb 4:23). */
export const legalBasisSchema = record({
  name: text('Naam van de verordening of regeling waarop een subsidie rust.'),
  reference: text('Waar die te vinden is, zoals een CVDR-nummer.'),
  articles: optional(
    list(text('Artikel.', 100), 'De artikelen waarop een verlening rust.', { maxItems: 30 }),
  ),
  purpose: optional(text('Waarvoor de regeling bedoeld is.', 1000)),
});

export type LegalBasis = Data<typeof legalBasisSchema>;

export function legalBasisSentences({ name, reference, articles, purpose }: LegalBasis): string[] {
  return sentences(
    `De grondslag is ${name} (${reference}).`,
    articles && `Het gaat om: ${articles.join('; ')}.`,
    purpose && `Doel: ${purpose}.`,
  );
}
