import { type Cents, cents } from '../../kernel/money.ts';
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
 */
export function paymentFacts(
  payment: Payment,
  grantedCents: Cents,
  isFixed: boolean,
  ibanLastFour: string | null,
): PaymentFacts {
  const receiver = payment.to ?? 'applicant';
  switch (payment.kind) {
    case 'instalments':
      return { kind: 'instalments', parts: instalments(payment, grantedCents), receiver, ibanLastFour };
    case 'advance': {
      const kind = payment.onRequest === 'when-asked' ? 'advance-when-asked' : 'advance';
      const advanceCents = shareOf(grantedCents, payment.percentage);
      return { kind, advanceCents, receiver, ibanLastFour };
    }
    case 'at-once':
      return isFixed
        ? { kind: 'at-once', receiver, ibanLastFour }
        : { kind: 'advance', advanceCents: grantedCents, receiver, ibanLastFour };
    case 'afterwards':
      return { kind: 'after-account', receiver, ibanLastFour };
  }
}
