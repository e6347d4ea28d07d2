import type * as jest from '@jest/globals';

type Globals = Pick<
  typeof jest,
  'afterAll' | 'afterEach' | 'beforeAll' | 'beforeEach' | 'describe' | 'expect' | 'it'
>;

/** What `@jest/globals` is to tests: that of the file which runs now, also for who imported it for an earlier one. */
export let { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = {} as Globals;

export function giveGlobals(globals: Globals): void {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = globals);
}
