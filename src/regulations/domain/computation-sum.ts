import { type Cents, cents, zeroCents } from '../../kernel/money.ts';
import type { ComputationLine, CutGround } from './computation.ts';

/** A computation in progress: every line that is added changes the sum. */
export class ComputationSum {
  readonly lines: ComputationLine[] = [];
  total: Cents = zeroCents;

  add(label: string, amountCents: number, because: CutGround | null = null): void {
    if (amountCents === 0 && this.lines.length > 0) return;
    const line = { label, amountCents: cents(amountCents) };
    this.lines.push(because !== null && amountCents < 0 ? { ...line, because } : line);
    this.total = cents(this.total + amountCents);
  }

  /** Lowers the sum to a limit. */
  cap(label: string, limitCents: number, because: CutGround): void {
    if (this.total > limitCents) this.add(label, Math.max(limitCents, 0) - this.total, because);
  }
}
