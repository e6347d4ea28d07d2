import { formatDutchDate } from '../../kernel/calendar-date.ts';
import type { Progress } from '../../ways/domain/progress.ts';

/** The way that a running application keeps, and how far it is. */
export interface Kept {
  readonly version: { readonly number: number; readonly document: { readonly title: string } };
  readonly progress: Progress;
}

/**
 * What becomes of a running application when another way of working takes over, as a sentence: it keeps what it began
 * with, whatever that is.
 */
export function keepingSentence(kept: Kept | null): string {
  if (kept === null) {
    return 'Deze aanvraag begon zonder eigen werkwijze van de kern, en houdt dat zo.';
  }
  const { version, progress } = kept;
  const { open, isFinished } = progress;
  const keeps = `Deze aanvraag houdt "${version.document.title}" (versie ${version.number}).`;
  if (isFinished) return `${keeps} Alle stappen zijn achter de rug.`;
  if (open === null) return `${keeps} De eerste stap is nog niet begonnen.`;
  const late = open.isLate ? `; dat had tot en met ${formatDutchDate(open.dueOn)} gemoeten` : '';
  const until = open.isLate ? late : `, tot en met ${formatDutchDate(open.dueOn)}`;
  return `${keeps} Nu aan de beurt: "${open.step.title}"${until}.`;
}
