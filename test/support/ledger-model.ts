import fc from 'fast-check';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { cents } from '../../src/kernel/money.ts';
import { type Movement, movementNames } from '../../src/budgets/domain/movement.ts';
import type { Posting } from '../../src/budgets/domain/posting.ts';

/** One thing that somebody tries; kernen and grants are named by number. */
export interface Step {
  readonly movement: Movement;
  readonly kern: number;
  readonly grant: number;
  readonly amount: number;
  /** Which reservation of the kern, for money that is kept apart. */
  readonly hold: number;
}

const byGrant: ReadonlySet<Movement> = new Set<Movement>([
  ...([
    'commit',
    'commit-held',
    'release',
    'release-lapsed',
    'order-payment',
    'pay',
    'payment-rejected',
  ] as const),
  ...(['payment-returned', 'claim-back', 'receive', 'receive-lapsed', 'write-off'] as const),
]);

const byHold: ReadonlySet<Movement> = new Set<Movement>(['hold', 'unhold', 'commit-held']);

export const holdsPerKern = 2;

/** Grants 0 to 2 are of kern 0, 3 to 5 of kern 1; even ones count for the theme of their kern. */
export const grantsPerKern = 3;
export const themeLimit = 60;
export const schemeLimit = 150;

export const someSteps = fc.array(
  fc.record({
    movement: fc.constantFrom<Movement>(...movementNames, 'allocate', 'commit', 'commit', 'hold'),
    kern: fc.integer({ min: 0, max: 1 }),
    grant: fc.integer({ min: 0, max: grantsPerKern - 1 }),
    amount: fc.integer({ min: 1, max: 100 }),
    hold: fc.integer({ min: 0, max: holdsPerKern - 1 }),
  }),
  { maxLength: 40 },
);

export function concernsGrantOf({ movement }: Step): boolean {
  return byGrant.has(movement);
}

export function countsForTheme(grant: number): boolean {
  return grant % 2 === 0;
}

export function postingOf(
  step: Step,
  names: {
    budgetIds: readonly string[];
    grantIds: readonly string[];
    themeIds: readonly string[];
    holdIds: readonly string[];
  },
): Posting {
  const grant = step.kern * grantsPerKern + step.grant;
  return {
    budgetId: names.budgetIds[step.kern]!,
    movement: step.movement,
    amountCents: cents(step.amount),
    grantId: byGrant.has(step.movement) ? names.grantIds[grant]! : null,
    ...(byHold.has(step.movement) && { holdId: names.holdIds[step.kern * holdsPerKern + step.hold]! }),
    limitIds: countsForTheme(grant) ? [names.themeIds[step.kern]!] : [],
    reference: 'model',
    reason: null,
    actorSubject: 'model',
    countsOn: calendarDate('2019-06-11'),
  };
}

type Boxes = Record<string, number>;

/** From which box to which a movement carries money, written out once more and on purpose not from the code. */
const carries: Readonly<Record<Movement, readonly [string, string]>> = {
  allocate: ['source', 'available'],
  'transfer-out': ['available', 'transferred'],
  'transfer-in': ['transferred', 'available'],
  hold: ['available', 'held'],
  unhold: ['held', 'available'],
  commit: ['available', 'committed'],
  'commit-held': ['held', 'committed'],
  release: ['committed', 'available'],
  'release-lapsed': ['committed', 'lapsed'],
  'order-payment': ['committed', 'inPayment'],
  pay: ['inPayment', 'paid'],
  'payment-rejected': ['inPayment', 'committed'],
  'payment-returned': ['paid', 'committed'],
  'claim-back': ['paid', 'receivable'],
  receive: ['receivable', 'available'],
  'receive-lapsed': ['receivable', 'lapsed'],
  'write-off': ['receivable', 'writtenOff'],
  lapse: ['available', 'lapsed'],
};

const ofGrants = ['committed', 'inPayment', 'paid', 'receivable', 'writtenOff'];

/**
 * The ledger as a clerk would keep it in boxes: no running totals of limits, everything that is granted is counted again
 * each time. Slow, and simple enough to believe.
 */
export class LedgerModel {
  readonly kernen: readonly Boxes[] = [{}, {}];
  readonly grants: readonly Boxes[] = Array.from({ length: 2 * grantsPerKern }, () => ({}));

  readonly holds: Boxes[] = Array.from({ length: 2 * holdsPerKern }, () => ({}));

  /** Tells whether the step was possible, and takes it. */
  take({ movement, kern, grant, amount, hold }: Step): boolean {
    const [from, to] = carries[movement];
    const index = kern * grantsPerKern + grant;
    const boxes = this.kernen[kern]!;
    const own = byGrant.has(movement) ? this.grants[index]! : {};
    const enough = (place: Boxes) => (place[from] ?? 0) >= amount;
    const unlimited = from === 'source' || from === 'transferred';
    if (!unlimited && !enough(boxes)) return false;
    if (ofGrants.includes(from) && !enough(own)) return false;
    const kept = this.holds[kern * holdsPerKern + hold]!;
    if (from === 'held' && !enough(kept)) return false;
    if (!ofGrants.includes(from) && ofGrants.includes(to)) {
      if (this.grantedIn([0, 1]) + amount > schemeLimit) return false;
      if (countsForTheme(index) && this.grantedIn([kern], true) + amount > themeLimit) return false;
    }
    move(boxes, from, to, amount);
    if (byGrant.has(movement)) move(own, from, to, amount);
    if (byHold.has(movement)) move(kept, from, to, amount);
    return true;
  }

  grantedIn(kernen: readonly number[], themeOnly = false): number {
    return this.grants
      .filter((_boxes, index) => kernen.includes(Math.floor(index / grantsPerKern)))
      .filter((boxes) => !themeOnly || countsForTheme(this.grants.indexOf(boxes)))
      .flatMap((boxes) => ofGrants.map((box) => boxes[box] ?? 0))
      .reduce((sum, one) => sum + one, 0);
  }
}

function move(boxes: Boxes, from: string, to: string, amount: number): void {
  boxes[from] = (boxes[from] ?? 0) - amount;
  boxes[to] = (boxes[to] ?? 0) + amount;
}
