import { isCalendarDate } from '../../kernel/calendar-date.ts';
import { isId } from './fields/choice-fields.ts';
import { HttpProblem } from './http-problem.ts';

/** The values by which a list is ordered, of the last item of a page: the next page starts after it. */
export type PageKey = readonly (string | number)[];

/** The integers that order lists are columns of four bytes; PostgreSQL fails on a comparison with more. */
function isPageInteger(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
}

const partChecks = {
  text: (value: unknown) => typeof value === 'string' && value.length <= 200 && !value.includes('\0'),
  integer: isPageInteger,
  date: isCalendarDate,
  instant: (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  id: isId,
} as const;

/** What one value of a page key is. */
export type PageKeyPart = keyof typeof partChecks;

type PartsOf<Parts extends readonly PageKeyPart[]> = {
  -readonly [Index in keyof Parts]: Parts[Index] extends 'integer' ? number : string;
};

/** One page of a list. A route returns it; the caller gets `items`, `next` and a `Link` header. */
export class Page<Item> {
  readonly items: readonly Item[];
  readonly nextKey: PageKey | null;

  constructor(items: readonly Item[], nextKey: PageKey | null) {
    this.items = items;
    this.nextKey = nextKey;
  }

  /** The same page with every item written in another form. */
  map<Other>(write: (item: Item) => Other): Page<Other> {
    return new Page(this.items.map(write), this.nextKey);
  }
}

/**
 * Makes a page of rows that were fetched with one more than the limit: the extra row shows that there is a
 * next page, without counting.
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => PageKey): Page<Row> {
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined
    ? new Page(rows.slice(0, limit), keyOf(last))
    : new Page(rows, null);
}

/** Writes a key as text for a URL. It holds only what the caller has just seen in the list. */
export function encodePageKey(key: PageKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads the key that a caller gives, or null when there is none.
 * @throws HttpProblem `invalid-page-key` when it is not a key with these parts, in this order.
 */
export function decodePageKey<const Parts extends readonly PageKeyPart[]>(
  text: string | undefined,
  parts: Parts,
): PartsOf<Parts> | null {
  if (text === undefined) return null;
  const key = parsed(text);
  const fits =
    Array.isArray(key) &&
    key.length === parts.length &&
    parts.every((part, index) => partChecks[part](key[index]));
  if (!fits) {
    const detail = 'Gebruik de waarde uit de link "next" van het vorige antwoord.';
    throw new HttpProblem('invalid-page-key', [
      { in: 'query', location: 'after', code: 'invalid-page-key', detail },
    ]);
  }
  return key as PartsOf<Parts>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** The address of the next page: the same request with another `after`. */
export function nextPageOf(target: string, key: PageKey): string {
  const [path = '/', query = ''] = target.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('after', encodePageKey(key));
  return `${path}?${parameters.toString()}`;
}
