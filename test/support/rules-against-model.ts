import fc from 'fast-check';
import { newId } from '../../src/kernel/ids.ts';
import { cents } from '../../src/kernel/money.ts';
import type { LedgerState, LimitState } from '../../src/budgets/domain/ledger-state.ts';
import { accounts, emptyPosition, grantAccounts } from '../../src/budgets/domain/position.ts';
import type { post } from '../../src/budgets/domain/posting.ts';
import {
  grantsPerKern,
  holdsPerKern,
  LedgerModel,
  postingOf,
  schemeLimit,
  someSteps,
  themeLimit,
} from './ledger-model.ts';

/** What the rules and the model are tried on: two kernen, their themes, and grants. */
export const modelNames = () => ({
  budgetIds: [newId(), newId()],
  grantIds: Array.from({ length: 2 * grantsPerKern }, newId),
  themeIds: [newId(), newId()],
  holdIds: Array.from({ length: 2 * holdsPerKern }, newId),
});

export type ModelNames = ReturnType<typeof modelNames>;

function emptyState({ budgetIds, themeIds }: ModelNames): LedgerState {
  const scheme = { regulationId: 'r', year: 2019 };
  const limit = { version: 1, usedCents: cents(0), binds: true, ...scheme };
  const limits: LimitState[] = [
    ...themeIds.map((id, kern) => ({
      ...{ ...limit, id, kind: 'theme' as const, code: 'groen', budgetId: budgetIds[kern] ?? null },
      limitCents: cents(themeLimit),
    })),
    { ...limit, id: newId(), kind: 'scheme', code: 'totaal', budgetId: null, limitCents: cents(schemeLimit) },
  ];
  return {
    budgets: new Map(
      budgetIds.map((id) => [id, { id, kernId: id, ...scheme, version: 0, ...emptyPosition }]),
    ),
    grants: new Map(),
    limits: new Map(limits.map((one) => [one.id, one])),
    holds: new Map(),
    closedYears: new Set(),
    kernNames: new Map(),
  };
}

/** Where the boxes of the model and the accounts of the ledger hold something else; empty when nowhere. */
export function differences(model: LedgerModel, state: LedgerState, names: ModelNames): string[] {
  const { budgetIds, grantIds, themeIds, holdIds } = names;
  const different: string[] = [];
  const compare = (place: string, held: number | undefined, expected: number) => {
    if ((held ?? 0) !== expected) different.push(`${place}: ${held ?? 0}, not ${expected}`);
  };
  budgetIds.forEach((id, kern) => {
    for (const account of accounts) {
      compare(
        `kern ${kern} ${account}`,
        state.budgets.get(id)?.[account],
        model.kernen[kern]?.[account] ?? 0,
      );
    }
    const used = state.limits.get(themeIds[kern] ?? '')?.usedCents;
    compare(`theme ${kern}`, used, model.grantedIn([kern], true));
  });
  grantIds.forEach((id, index) => {
    for (const account of grantAccounts) {
      compare(
        `grant ${index} ${account}`,
        state.grants.get(id)?.[account],
        model.grants[index]?.[account] ?? 0,
      );
    }
  });
  holdIds.forEach((id, index) => {
    compare(`hold ${index}`, state.holds.get(id)?.leftCents, model.holds[index]?.['held'] ?? 0);
  });
  const scheme = [...state.limits.values()].find(({ kind }) => kind === 'scheme');
  compare('scheme', scheme?.usedCents, model.grantedIn([0, 1]));
  return different;
}

/**
 * That these rules allow and refuse the same as the model, whatever is tried in whatever order, and hold the same
 * money.
 */
export function rulesAgainstModel(rules: typeof post) {
  return fc.property(someSteps, (steps) => {
    const names = modelNames();
    const model = new LedgerModel();
    let state = emptyState(names);
    for (const step of steps) {
      const outcome = rules(state, postingOf(step, names));
      if ((outcome.kind === 'booked') !== model.take(step)) return false;
      if (outcome.kind === 'booked') state = outcome.state;
    }
    return differences(model, state, names).length === 0;
  });
}
