import type { ResolveHook } from 'node:module';

/** Gives who imports `@jest/globals` ours: that of Jest exists only where Jest itself loads the modules. */
export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === '@jest/globals'
    ? { url: new URL('./test-globals.js', import.meta.url).href, shortCircuit: true }
    : next(specifier, context);
