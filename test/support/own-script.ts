import { fileURLToPath } from 'node:url';

/** Where this repository is, seen from what was built of it. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * What node is given to run what was built of a script of this repository in a process of its own, from its root.
 * @param script such as `src/main`
 */
export function scriptArguments(script: string, parameters: readonly string[] = []): string[] {
  return ['--no-warnings', '--enable-source-maps', `dist/${script}.js`, ...parameters];
}
