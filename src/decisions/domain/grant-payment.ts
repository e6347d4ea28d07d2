import { type Cents, cents } from '../../kernel/money.ts';
import type { PaidAccount } from '../../letters/domain/bank-account.ts';
import type { PaymentFacts } from '../../letters/domain/facts.ts';
import type { Payment } from '../../regulations/domain/groups/payment.ts';
import { shareOf } from '../../regulations/domain/share.ts';

/** Instalments that add up to the grant: what rounding leaves is paid with the last. */
function instalments(
  { parts }: Extract<Payment, { kind: 'instalments' }>,
  grantedCents: Cents,
): { readonly amountCents: Cents; readonly when: string }[] {
  let left: number = grantedCents;
  return parts.map(({ percentage, when }, index) => {
    const amountCents = index === parts.length - 1 ? cents(left) : shareOf(grantedCents, percentage);
    left -= amountCents;
    return { amountCents, when };
  });
}

/**
 * How a grant is paid, for its letter. What is paid before the amount is fixed is an advance (Awb 4:95).
 * @param isFixed whether the amount is fixed with the grant
 * @param account as far as the letter shows it, and whose it is
 */
export function paymentFacts(
  payment: Payment,
  grantedCents: Cents,
  isFixed: boolean,
  account: PaidAccount,
): PaymentFacts {
  const paidTo = { receiver: payment.to ?? 'applicant', ...account };
  switch (payment.kind) {
    case 'instalments':
      return { kind: 'instalments', parts: instalments(payment, grantedCents), ...paidTo };
    case 'advance': {
      const kind = payment.onRequest === 'when-asked' ? 'advance-when-asked' : 'advance';
      const advanceCents = shareOf(grantedCents, payment.percentage);
      return { kind, advanceCents, ...paidTo };
    }
    case 'at-once':
      return isFixed
        ? { kind: 'at-once', ...paidTo }
        : { kind: 'advance', advanceCents: grantedCents, ...paidTo };
    case 'afterwards':
      return { kind: 'after-account', ...paidTo };
  }
}
