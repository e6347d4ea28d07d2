import type { Source } from './architecture-sources.ts';

/** Names that are ordinary Dutch words too (buren: neighbours): only with a capital, or as a code of their own. */
const ordinaryWords = ['buren'];

function patternOf(name: string): RegExp {
  const words = name.toLowerCase().split(/[ -]/);
  const [first = ''] = words;
  if (words.length === 1 && ordinaryWords.includes(first)) {
    return new RegExp(`\\b${name}\\b|(['"\`])${first}\\1`);
  }
  return new RegExp(`\\b${words.join('[ -]')}\\b`, 'i');
}

/**
 * The rule that what is particular to one municipality stands in its seeds alone: neither names such as "Eck en
 * Wiel" nor codes such as `eck-en-wiel` occur in the code, texts or comments of the service. Its tests may tell real stories.
 */
export function noLocalNames(names: readonly string[]): (source: Source) => string[] {
  const patterns = names.map((name) => [name, patternOf(name)] as const);
  return ({ path, text }) =>
    path.startsWith('src/') && !path.startsWith('src/seeds/') && !path.endsWith('.spec.ts')
      ? patterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
      : [];
}
