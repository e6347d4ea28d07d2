import { joined } from '../dutch-text.ts';
import { type ApplicationFacts, type ComputedFinding, fact, found } from '../finding.ts';
import type { Ceiling } from './ceiling.ts';

const basis = 'het plafond van de regeling';
const criteria = {
  theme: { code: 'theme', statement: 'Het plan hoort bij een thema van de regeling.', basis },
  bodyKind: {
    code: 'body-kind',
    statement: 'De organisatie is van een soort waarvoor de regeling geld heeft.',
    basis,
  },
} as const;

interface Named {
  readonly code: string;
  readonly label: string;
}

function foundAmong(
  criterion: (typeof criteria)['theme' | 'bodyKind'],
  what: string,
  named: readonly Named[],
  given: string | undefined,
): ComputedFinding {
  if (given === undefined) return found(criterion, 'needs-judgement', `Nog niet bekend: ${what}.`);
  const known = named.find(({ code }) => code === given);
  const used = [fact(what, given)];
  return known === undefined
    ? found(
        criterion,
        'not-met',
        `De regeling heeft geen geld voor "${given}". Er zijn: ${joined(named.map(({ code }) => code))}.`,
        used,
      )
    : found(criterion, 'met', `Opgegeven: ${known.label}.`, used);
}

/** From which of several ceilings an application would be paid, where the regulation divides by theme or body. */
export function findCeiling(
  ceiling: Ceiling,
  { themeCode, bodyKindCode }: ApplicationFacts,
): ComputedFinding[] {
  if (ceiling.kind === 'per-theme') {
    return [foundAmong(criteria.theme, 'het thema', ceiling.themes, themeCode)];
  }
  if (ceiling.kind === 'per-body-kind') {
    return [foundAmong(criteria.bodyKind, 'de soort organisatie', ceiling.bodies, bodyKindCode)];
  }
  return [];
}
