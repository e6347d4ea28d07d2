import { fileURLToPath } from 'node:url';

const isBuilt = import.meta.url.endsWith('.js');

/** Where this repository is, seen from its sources as well as from what was built of them. */
export const repositoryRoot = fileURLToPath(new URL(isBuilt ? '../../..' : '../..', import.meta.url));

/**
 * What node is given to run a script of this repository in a process of its own, from its root: what was built when
 * this was built itself, else the source.
 * @param script such as `src/main`
 */
export function scriptArguments(script: string, parameters: readonly string[] = []): string[] {
  return isBuilt
    ? ['--no-warnings', '--enable-source-maps', `dist/${script}.js`, ...parameters]
    : ['--no-warnings', '--import', './test/support/run-typescript.mjs', `${script}.ts`, ...parameters];
}
