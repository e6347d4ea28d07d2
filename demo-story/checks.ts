/** Writes a value as somebody who does not program can read it. */
function shown(value: unknown): string {
  if (value === undefined) return 'niets';
  if (typeof value === 'string') return `“${value}”`;
  return JSON.stringify(value);
}

function place(path: string): string {
  return path === '' ? '' : `${path}: `;
}

function listDifferences(actual: unknown, expected: readonly unknown[], path: string): string[] {
  if (!Array.isArray(actual)) return [`${place(path)}verwacht was een lijst, maar het is ${shown(actual)}.`];
  if (actual.length !== expected.length) {
    return [
      `${place(path)}verwacht waren ${expected.length} regels, maar het zijn er ${actual.length}: ${shown(actual)}.`,
    ];
  }
  return expected.flatMap((item, index) => differences(actual[index], item, `${path} regel ${index + 1}`));
}

/**
 * What differs, in Dutch sentences; empty when all is as expected. Of an object only the fields that are expected
 * are looked at.
 */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (Array.isArray(expected)) return listDifferences(actual, expected, path);
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) {
      return [`${place(path)}verwacht was een antwoord, maar het is ${shown(actual)}.`];
    }
    const fields = actual as Readonly<Record<string, unknown>>;
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(fields[name], value, `${path} ${name}`.trim()),
    );
  }
  if (Object.is(actual, expected)) return [];
  return [`${place(path)}verwacht was ${shown(expected)}, maar het is ${shown(actual)}.`];
}
