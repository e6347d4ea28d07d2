import { type Cents, formatEuros, smallestCents } from '../../../kernel/money.ts';

/** How the amount of one grant follows from the request. */
export interface Amount {
  /** `fixed`: cheaper execution does not lower the grant (Awb 4:46(2)). */
  readonly kind: 'fixed' | 'actual-costs';
  /** The most that one application may get, or null when only the ceiling limits it. */
  readonly maximumCents: Cents | null;
}

/** One line of a computation that adds up. */
export interface ComputationLine {
  readonly label: string;
  readonly amountCents: Cents;
}

export interface GrantableAmount {
  readonly grantableCents: Cents;
  /** The request first, then each cut as a negative amount; the sum is `grantableCents`. */
  readonly lines: readonly ComputationLine[];
}

export function amountSentences(amount: Amount): string[] {
  const kind =
    amount.kind === 'fixed'
      ? 'De bijdrage is een vast bedrag.'
      : 'De bijdrage volgt de werkelijke kosten, met een maximum.';
  const maximum =
    amount.maximumCents === null
      ? 'Er is geen maximum per aanvraag; alleen het plafond telt.'
      : `Per aanvraag is het maximum ${formatEuros(amount.maximumCents)}.`;
  return [kind, maximum];
}

/** What the regulation lets somebody have who meets every condition, before any ceiling. */
export function grantableAmount(amount: Amount, requestedCents: Cents): GrantableAmount {
  const grantableCents =
    amount.maximumCents === null ? requestedCents : smallestCents(requestedCents, amount.maximumCents);
  const lines: ComputationLine[] = [{ label: 'U vroeg', amountCents: requestedCents }];
  if (grantableCents < requestedCents) {
    lines.push({
      label: 'Meer dan het maximum per aanvraag',
      amountCents: (grantableCents - requestedCents) as Cents,
    });
  }
  return { grantableCents, lines };
}
