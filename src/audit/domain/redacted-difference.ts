/** What changed, as far as it may be told to who watches over the work. */
export interface RedactedDifference {
  /** The names of all fields that changed, also of those whose values are nobody's business. */
  readonly fields: readonly string[];
  /** Before and after, of the open fields that changed. */
  readonly values: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

/** Values of dates and lists are compared by what they say. */
function written(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/**
 * Compares two states of a thing.
 * @param fields which of its fields to compare
 * @param open those of which the values may be kept: codes, amounts, days and states, never what people wrote or are
 */
export function redactedDifference<Thing extends object, const Open extends keyof Thing & string>(
  before: Thing,
  after: Thing,
  fields: readonly (keyof Thing & string)[],
  open: readonly Open[],
): RedactedDifference {
  const changed = fields.filter((field) => written(before[field]) !== written(after[field])).sort();
  const readable: readonly string[] = open;
  const told = changed.filter((field) => readable.includes(field));
  return {
    fields: changed,
    values: Object.fromEntries(told.map((field) => [field, { from: before[field], to: after[field] }])),
  };
}
