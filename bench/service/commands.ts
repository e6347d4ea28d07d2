/** A statement as the driver got it. */
export interface RecordedStatement {
  readonly text: string;
  readonly name?: string;
  readonly values: readonly unknown[];
}

/** What surrounds every route, in the order in which a request meets it. */
export const layers = ['authentication', 'rights', 'validation', 'idempotency', 'audit'] as const;

export type Layer = (typeof layers)[number];

/** What the bench asks of the process in which the service runs, and what it answers. */
export interface Commands {
  readonly 'set-clock': { readonly ask: string; readonly answer: null };
  readonly 'leave-out': { readonly ask: readonly Layer[]; readonly answer: null };
  readonly 'resident-bytes': { readonly ask: null; readonly answer: number };
  /** What is still in use after the collector ran, in the heap and outside it. */
  readonly 'kept-bytes': { readonly ask: null; readonly answer: number };
  readonly 'start-recording': { readonly ask: null; readonly answer: null };
  readonly 'stop-recording': { readonly ask: null; readonly answer: RecordedStatement[] };
}

export type CommandName = keyof Commands;

export interface Command {
  readonly id: number;
  readonly name: CommandName;
  readonly ask: unknown;
}

export interface Reply {
  readonly id: number;
  readonly answer: unknown;
}
