import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deviation } from './domain/deviation.ts';
import type { MoneyPlace } from './domain/money-place.ts';
import type { Proposal } from './domain/proposal-facts.ts';
import type { LineResolution, ResolvedLine } from './domain/resolution.ts';

/** What the college decided, as the registrar enters it. */
export interface Resolution {
  readonly number: string;
  readonly date: CalendarDate;
  /** Per application; a line that is not named was decided as proposed. */
  readonly lines: ReadonlyMap<string, LineResolution>;
}

/** One line with what became of it. */
export interface DecidedLine {
  readonly line: { readonly proposal: Proposal; readonly deviation: Deviation | null };
  readonly application: ApplicationEntity;
  readonly place: MoneyPlace;
  readonly resolution: LineResolution;
  readonly resolved: ResolvedLine | null;
}
