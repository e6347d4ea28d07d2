import type { InputFault } from '../../../kernel/domain-error.ts';
import { allocation, statutoryAllocation, supplementary } from './allocation.ts';
import { ceilings } from './ceilings.ts';
import { grantMoney } from './grant-money.ts';
import { hold, unhold } from './hold.ts';
import { limit } from './limit.ts';
import { redistribution } from './redistribution.ts';
import { carryOver, lapse, saving } from './remainder.ts';
import { correction, counterRun } from './reversal.ts';
import type { RunKind, RunPart, RunRule } from './run.ts';
import { transfer } from './transfer.ts';
import { closeYear, reopenYear } from './year.ts';

/** The rules of each kind of run. */
export const runRules = {
  ceilings,
  allocation,
  supplementary,
  'statutory-allocation': statutoryAllocation,
  transfer,
  redistribution,
  'carry-over': carryOver,
  saving,
  lapse,
  hold,
  unhold,
  limit,
  correction,
  'counter-run': counterRun,
  'close-year': closeYear,
  'reopen-year': reopenYear,
  release: grantMoney('release'),
  'order-payment': grantMoney('order-payment'),
  pay: grantMoney('pay'),
  'payment-rejected': grantMoney('payment-rejected'),
  'payment-returned': grantMoney('payment-returned'),
  'claim-back': grantMoney('claim-back'),
  receive: grantMoney('receive'),
  'write-off': grantMoney('write-off'),
} as const satisfies Record<RunKind, RunRule>;

/** Which parts of a request lack or are too many for its kind; a part that is absent is not in `given`. */
export function partFaults(kind: RunKind, given: ReadonlySet<RunPart>): InputFault[] {
  const { needs, may }: RunRule = runRules[kind];
  const missing = needs.filter((part) => !given.has(part));
  const foreign = [...given].filter((part) => !needs.includes(part) && !may.includes(part));
  const fault = (part: RunPart, code: string, detail: string): InputFault => ({
    in: 'body',
    location: `/${part}`,
    code,
    detail,
  });
  return [
    ...missing.map((part) => fault(part, 'required', 'Dit is bij deze soort mutatie nodig.')),
    ...foreign.map((part) => fault(part, 'not-for-this-kind', 'Dit hoort niet bij deze soort mutatie.')),
  ];
}

/** What a line must tell besides its kern. */
export function lineFaults(
  kind: RunKind,
  lines: readonly {
    readonly amountCents?: number;
    readonly toKernCode?: string;
    readonly shortageCents?: number;
    readonly holdId?: string;
  }[],
): InputFault[] {
  const wanted: Partial<Record<RunKind, readonly ('amountCents' | 'toKernCode' | 'holdId')[]>> = {
    allocation: ['amountCents'],
    supplementary: ['amountCents'],
    'statutory-allocation': ['amountCents'],
    transfer: ['amountCents', 'toKernCode'],
    hold: ['amountCents'],
    unhold: ['amountCents', 'holdId'],
  };
  return lines.flatMap((line, index) =>
    (wanted[kind] ?? [])
      .filter((part) => line[part] === undefined)
      .map((part): InputFault => {
        const detail = 'Dit is op elke regel van deze soort mutatie nodig.';
        return { in: 'body', location: `/lines/${index}/${part}`, code: 'required', detail };
      }),
  );
}
