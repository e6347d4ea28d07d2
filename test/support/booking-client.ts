import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type KeyedRequest, type PersistentCaller, UnexpectedAnswer } from './persistent-caller.ts';

/** One line of the log of a client: what the service said with its own mouth. */
export type LogLine =
  | { readonly kind: 'proposed'; readonly id: string }
  | { readonly kind: 'confirmed'; readonly id: string; readonly journalId: string }
  | { readonly kind: 'repeated'; readonly id: string }
  /** An answer that no client should ever get. */
  | { readonly kind: 'fault'; readonly detail: string };

interface RunAnswer {
  readonly id: string;
  readonly version: number;
  readonly journalId: string | null;
}

const kernCodes = ['asch', 'ingen', 'lienden', 'maurik', 'zoelen'];

const hold = (kernCode: string) => ({
  ...{ kind: 'hold', regulationCode: 'leefbaarheidsbudget-2019', countsOn: '2019-06-11' },
  ...{ reference: 'proef', reason: 'proef', lines: [{ kernCode, amountCents: 1 }] },
});

/** Answers that the client has had, to ask for again. */
const remembered = 20;

/**
 * Proposes and confirms, again and again, until told to stop, and writes down what was acknowledged. Now and then it
 * asks again for an answer that it had, which must be the same.
 */
export async function keepBooking(
  caller: PersistentCaller,
  write: (line: LogLine) => void,
  stopped: () => boolean,
): Promise<void> {
  const had: { request: KeyedRequest; answer: RunAnswer }[] = [];
  const ask = async (request: Omit<KeyedRequest, 'key'>): Promise<RunAnswer> => {
    const keyed = { ...request, key: randomUUID() };
    const answer = await caller.ask<RunAnswer>(keyed);
    had.push({ request: keyed, answer });
    if (had.length > remembered) had.shift();
    return answer;
  };
  for (let turn = 0; !stopped(); turn += 1) {
    try {
      const body = hold(kernCodes[turn % kernCodes.length] ?? '');
      const { id, version } = await ask({ personId: 'farid', path: '/v1/ledger-runs', body });
      write({ kind: 'proposed', id });
      const path = `/v1/ledger-runs/${id}/confirmation`;
      const { journalId } = await ask({ personId: 'marijke', path, version });
      write({ kind: 'confirmed', id, journalId: journalId ?? '' });
      const earlier = turn % 3 === 0 ? had[Math.floor(Math.random() * had.length)] : undefined;
      if (earlier) {
        const again = await caller.ask<RunAnswer>(earlier.request);
        write({ kind: 'repeated', id: again.id });
        if (!isDeepStrictEqual(again, earlier.answer))
          throw new UnexpectedAnswer(`another answer: ${again.id}`);
      }
    } catch (error) {
      write({ kind: 'fault', detail: error instanceof Error ? error.message : String(error) });
    }
  }
}

interface StoredRun extends RunAnswer {
  readonly status: string;
}

export interface Comparison {
  readonly proposed: number;
  readonly confirmed: number;
  /** How often the same was asked again and gave the same. */
  readonly repeated: number;
  /** What was lost, half done or wrong. */
  readonly wrong: readonly string[];
}

/** Compares the log of the clients with what is there afterwards. */
export async function compareWith(caller: PersistentCaller, log: readonly LogLine[]): Promise<Comparison> {
  const wrong = log.flatMap((line) => (line.kind === 'fault' ? [line.detail] : []));
  const runs = new Map<string, StoredRun>();
  for (let path: string | null = '/v1/ledger-runs?limit=100'; path !== null;) {
    const page: { items: StoredRun[]; next: string | null } = await caller.get('farid', path);
    for (const run of page.items) runs.set(run.id, run);
    path = page.next;
  }
  const counts = { proposed: 0, confirmed: 0, repeated: 0, fault: 0 };
  for (const line of log) {
    counts[line.kind] += 1;
    if (line.kind === 'proposed' && !runs.has(line.id)) wrong.push(`lost proposal ${line.id}`);
    if (line.kind === 'confirmed' && runs.get(line.id)?.journalId !== line.journalId) {
      wrong.push(`lost confirmation ${line.id}`);
    }
  }
  const booked = [...runs.values()].filter(({ status }) => status === 'confirmed').length;
  const { items } = await caller.get<{ items: { heldCents: number }[] }>('farid', '/v1/budgets?limit=100');
  const heldCents = items.reduce((sum, budget) => sum + budget.heldCents, 0);
  if (heldCents !== booked) wrong.push(`${booked} confirmed, ${heldCents} held`);
  const check = await caller.get<{ sound: boolean; fault: unknown }>('farid', '/v1/ledger-check');
  if (!check.sound) wrong.push(JSON.stringify(check.fault));
  return { ...counts, wrong };
}
