import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import type { Contradiction } from '../contradiction.ts';
import { counted, sentences } from '../dutch-text.ts';
import { type ApplicationFacts, type ComputedFinding, fact, found } from '../finding.ts';
import { count, type Data, day, list, optional, record, text } from '../schema/vocabulary.ts';

/** When a plan must be carried out, and what else is asked of who gets a grant (Awb 4:37 to 4:39). */
export const executionSchema = record({
  startWithinMonths: optional(count('Het plan begint binnen zoveel maanden na de verlening.', 1, 120)),
  completeWithinMonths: optional(count('Het plan is klaar binnen zoveel maanden na de verlening.', 1, 120)),
  completeBy: optional(day('Het plan is klaar op deze dag.')),
  effectYears: optional(count('Wat er komt, blijft minstens zoveel jaar.', 1, 50)),
  obligations: optional(
    list(
      record({ text: text('De verplichting, als zin.', 300), basis: text('Waar dat staat.') }),
      'Verplichtingen bij de verlening.',
      { maxItems: 30 },
    ),
  ),
});

export type Execution = Data<typeof executionSchema>;

export function executionSentences(execution: Execution): string[] {
  const { startWithinMonths: start, completeWithinMonths: complete, completeBy, effectYears } = execution;
  const found = sentences(
    start && `Het plan begint binnen ${counted(start, 'maand', 'maanden')} na de verlening.`,
    complete && `Het plan is klaar binnen ${counted(complete, 'maand', 'maanden')} na de verlening.`,
    completeBy && `Het plan is uiterlijk op ${formatDutchDate(completeBy)} klaar.`,
    effectYears && `Wat er komt, blijft minstens ${counted(effectYears, 'jaar', 'jaar')}.`,
    ...(execution.obligations ?? []).map((obligation) => `${obligation.text} (${obligation.basis})`),
  );
  return found.length > 0 ? found : ['Voor de uitvoering is geen eigen termijn.'];
}

export function executionContradictions(
  { startWithinMonths, completeWithinMonths, completeBy }: Execution,
  lastDayToApply: CalendarDate,
): Contradiction[] {
  const faults: Contradiction[] = [];
  if (
    startWithinMonths !== undefined &&
    completeWithinMonths !== undefined &&
    completeWithinMonths < startWithinMonths
  ) {
    faults.push({
      pointer: '/completeWithinMonths',
      code: 'term-impossible',
      detail: 'Het plan moet eerder klaar zijn dan het hoeft te beginnen.',
      suggestion: 'Verleng de termijn om klaar te zijn, of verkort die om te beginnen.',
    });
  }
  if (completeBy !== undefined && completeBy <= lastDayToApply) {
    faults.push({
      pointer: '/completeBy',
      code: 'term-impossible',
      detail: `Het plan moet klaar zijn op ${formatDutchDate(completeBy)}, terwijl aanvragen kan tot en met ${formatDutchDate(lastDayToApply)}.`,
      suggestion: 'Kies een dag na het sluiten van de aanvraagperiode.',
    });
  }
  return faults;
}

const criterion = {
  code: 'execution-deadline',
  statement: 'Het plan is op tijd klaar.',
  basis: 'de uitvoeringstermijn van de regeling',
};

/** Whether the activity ends by the fixed day; terms that run from the grant cannot be known before. */
export function findExecution(
  { completeBy }: Execution,
  { activityEndsOn }: ApplicationFacts,
): ComputedFinding[] {
  if (completeBy === undefined) return [];
  if (activityEndsOn === null)
    return [found(criterion, 'needs-judgement', 'Nog niet bekend: wanneer het plan klaar is.')];
  const inTime = activityEndsOn <= completeBy;
  const sentence = `Het plan is klaar op ${formatDutchDate(activityEndsOn)}; uiterlijk ${formatDutchDate(completeBy)}.`;
  return [
    found(criterion, inTime ? 'met' : 'not-met', sentence, [
      fact('laatste dag van de activiteit', activityEndsOn),
    ]),
  ];
}
