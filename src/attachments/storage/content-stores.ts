import type { ContentStore } from './content-store.ts';

/** Where contents are kept: new ones in the first store, and old ones where they were put. */
export class ContentStores {
  readonly all: readonly [ContentStore, ...ContentStore[]];

  constructor(...all: readonly [ContentStore, ...ContentStore[]]) {
    this.all = all;
  }
}
