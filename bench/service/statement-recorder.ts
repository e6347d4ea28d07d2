import { serialize } from 'node:v8';
import pg from 'pg';
import type { RecordedStatement } from './commands.ts';

type Query = (...parameters: unknown[]) => unknown;

/** Looks over the driver's shoulder: which statements are sent between start and stop. */
export class StatementRecorder {
  readonly #original: Query = Reflect.get(pg.Client.prototype, 'query');
  #statements: RecordedStatement[] = [];

  start(): void {
    const original = this.#original;
    const note = (statement: RecordedStatement) => this.#statements.push(statement);
    Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...parameters: unknown[]) {
      const [first, second] = parameters;
      const config = typeof first === 'string' ? { text: first } : (first as pg.QueryConfig<unknown[]>);
      const { name, text, values = Array.isArray(second) ? (second as unknown[]) : [] } = config;
      note({ ...(name !== undefined && { name }), text, values: [...values] });
      return original.apply(this, parameters);
    });
  }

  stop(): RecordedStatement[] {
    Reflect.set(pg.Client.prototype, 'query', this.#original);
    const statements = this.#statements;
    this.#statements = [];
    // What cannot be sent to another process must fail here, and not turn into something else on the way.
    serialize(statements);
    return statements;
  }
}
