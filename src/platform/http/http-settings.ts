import type { HttpOptions } from './http-options.ts';

/** The options of the HTTP side, for who has them injected. */
export class HttpSettings {
  readonly options: HttpOptions;

  constructor(options: HttpOptions) {
    this.options = options;
  }
}
