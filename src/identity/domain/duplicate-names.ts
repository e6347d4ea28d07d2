/**
 * In JSON a text that has a colon behind it is a name, and nothing else is. Every text is matched, so that none is
 * taken to begin at the quote with which another ends.
 */
const texts = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value);
  let count = Array.isArray(value) ? 0 : members.length;
  for (const member of members) count += membersOf(member);
  return count;
}

/**
 * Tells whether an object in a JSON text names a member twice. Parsers keep the first or the last of the two, so
 * that whoever checked the token before may have read another claim than this service does (RFC 7519, section 4).
 * @param parsed what the text was read into
 */
export function hasDuplicateNames(json: string, parsed: unknown): boolean {
  const names = [...json.matchAll(texts)].filter(([, colon]) => colon !== undefined);
  return names.length !== membersOf(parsed);
}
