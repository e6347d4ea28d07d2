import { createRequire, register } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './own-script.ts';
import { giveGlobals } from './test-globals.ts';

/** What Jest uses of its module system to run a test file. */
interface Runtime {
  requireInternalModule(path: string): unknown;
  setGlobalsForRuntime: typeof giveGlobals;
  unstable_shouldLoadAsEsm(path: string): boolean;
  unstable_importModule(path: string): Promise<unknown>;
}

type TestRunner = (
  globalConfiguration: unknown,
  configuration: unknown,
  environment: unknown,
  runtime: Runtime,
  testPath: string,
  sendMessage: unknown,
) => Promise<unknown>;

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner') as { default: TestRunner };

register('./test-globals-hook.js', import.meta.url);

/** Removes the tests of the file before this one, which Jest keeps where it expects a context of each file's own. */
function forgetTests(): void {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (!['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'].includes(symbol.description ?? '')) continue;
    const kept: unknown = Reflect.get(globalThis, symbol);
    if (Array.isArray(kept)) kept.length = 0;
    Reflect.deleteProperty(globalThis, symbol);
  }
}

function built(source: string): string {
  const path = join(repositoryRoot, 'dist', relative(repositoryRoot, source));
  return pathToFileURL(path.replace(/\.ts$/, '.js')).href;
}

/**
 * Runs the test files with Jest, and their modules with Node: what was built, loaded once per process. Jest would load
 * the service and all that it is made of again for every file, which costs more than most files do.
 */
const run: TestRunner = (globalConfiguration, configuration, environment, runtime, testPath, sendMessage) => {
  const native: Runtime = {
    requireInternalModule(path) {
      forgetTests();
      delete require.cache[path];
      return require(path) as unknown;
    },
    setGlobalsForRuntime: giveGlobals,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(built(path)),
  };
  Object.setPrototypeOf(native, runtime);
  return circus(globalConfiguration, configuration, environment, native, testPath, sendMessage);
};

export default run;
