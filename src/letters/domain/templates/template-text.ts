import { present } from '../../../kernel/assert.ts';
import type { Inline, RichText } from '../letter-model.ts';

type Part =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'name'; readonly name: string };

/** Reads "U krijgt {grantedAmount}." into words and names; null when a brace has no partner or a name is none. */
export function partsOf(text: string): readonly Part[] | null {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '') {
    const open = rest.search(/[{}]/u);
    if (open < 0) return [...parts, { kind: 'words', text: rest }];
    const [whole, name] = /^\{([A-Za-z]+)\}/u.exec(rest.slice(open)) ?? [];
    if (whole === undefined || name === undefined) return null;
    if (open > 0) parts.push({ kind: 'words', text: rest.slice(0, open) });
    parts.push({ kind: 'name', name });
    rest = rest.slice(open + whole.length);
  }
  return parts;
}

/**
 * Fills in a text that was checked. A value is set as it is: braces in it are characters like any other.
 * @throws an assertion for a text that was not checked
 */
export function filledIn(text: string, values: ReadonlyMap<string, Inline>): RichText {
  return present(partsOf(text), 'the template was checked').map((part) =>
    part.kind === 'words'
      ? { kind: 'text', text: part.text }
      : // A letter about no amount (a penalty of which nothing is due) has nothing to fill in for it.
        (values.get(part.name) ?? { kind: 'text', text: '–' }),
  );
}
