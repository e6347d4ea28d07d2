import { readFile } from 'node:fs/promises';

export type Variables = Readonly<Record<string, string>>;

/** A service of docker-compose.yml (of the working directory), as far as starting it without docker needs. */
export interface ComposedService {
  /** Variables as they stand in the file, not filled in yet. */
  readonly environment: Variables;
  readonly command: readonly string[];
}

/** The lines of a block, by the indentation of its heading. */
function blockAfter(lines: readonly string[], heading: string): string[] {
  const start = lines.indexOf(heading);
  if (start === -1) throw new Error(`docker-compose.yml has no ${heading.trim()}`);
  const depth = heading.search(/\S/);
  const end = lines.findIndex(
    (line, index) => index > start && line.trim() !== '' && line.search(/\S/) <= depth,
  );
  return lines.slice(start + 1, end === -1 ? undefined : end);
}

/**
 * Reads services of docker-compose.yml in the plain form in which it is written (one variable a line, anchors on
 * values, commands as lists); whatever is written otherwise is an error, so that nothing is passed over.
 */
export async function composedServices<Name extends string>(
  names: readonly Name[],
): Promise<Record<Name, ComposedService>> {
  const lines = (await readFile('docker-compose.yml', 'utf8')).split('\n');
  const anchors = new Map<string, string>();
  const services = names.map((name): [Name, ComposedService] => {
    const block = blockAfter(lines, `  ${name}:`);
    const variables = blockAfter(block, '    environment:').filter((line) => !/^\s*(#.*)?$/.test(line));
    const environment = variables.map((line): [string, string] => {
      const [, key, anchor, reference, value] =
        /^ {6}([A-Z0-9_]+): (?:&(\w+) )?(?:\*(\w+)|(.+))$/.exec(line) ?? [];
      const text = reference === undefined ? value : anchors.get(reference);
      if (key === undefined || text === undefined) throw new Error(`docker-compose.yml: "${line.trim()}"`);
      if (anchor !== undefined) anchors.set(anchor, text);
      return [key, text];
    });
    const command = /^ {4}command: (\[.*\])$/m.exec(block.join('\n'))?.[1] ?? '[]';
    const words = JSON.parse(command.replaceAll("'", '"')) as string[];
    return [name, { environment: Object.fromEntries(environment), command: words }];
  });
  return Object.fromEntries(services) as Record<Name, ComposedService>;
}

/**
 * Fills variables in as docker compose does: `${A}`, `${A:-absent}`, `${A:+present}` and `${A:?sentence}`.
 * @throws Error with the sentence of a variable that must be given and is not
 */
export function filledIn(environment: Variables, given: Variables): Record<string, string> {
  const fill = (text: string): string =>
    text.replaceAll(
      /\$\{(\w+)(?::([-+?])([^}]*))?\}/g,
      (_, name: string, kind: string | undefined, other: string | undefined) => {
        const value = given[name] ?? '';
        if (kind === '+') return value === '' ? '' : (other ?? '');
        if (value === '' && kind === '?') throw new Error(`${name}: ${other ?? ''}`);
        return value === '' && kind === '-' ? (other ?? '') : value;
      },
    );
  return Object.fromEntries(Object.entries(environment).map(([key, text]) => [key, fill(text)]));
}

/** Names of all variables that `.env.example` explains. */
export async function explainedVariables(): Promise<string[]> {
  const text = await readFile('.env.example', 'utf8');
  return [...text.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);
}
