import { formatEuros } from '../../../kernel/money.ts';
import { type Contradiction, repeatedCodes } from '../contradiction.ts';
import type { Amount, AmountBounds } from './amount.ts';
import type { Calculation } from './calculation.ts';

function mustRise(pointer: string, values: readonly number[], what: string): Contradiction[] {
  return values.flatMap((value, index) =>
    index > 0 && value <= (values[index - 1] ?? 0)
      ? [
          {
            pointer: pointer.replace('#', String(index)),
            code: 'not-rising',
            detail: `${what} moet hoger zijn dan die ervoor.`,
            suggestion: 'Zet ze van laag naar hoog, elk één keer.',
          },
        ]
      : [],
  );
}

function calculationFaults(calculation: Calculation): Contradiction[] {
  switch (calculation.kind) {
    case 'brackets': {
      const { brackets } = calculation;
      const limits = brackets.flatMap(({ upToCents }) => (upToCents === undefined ? [] : [upToCents]));
      const open = brackets.slice(0, -1).findIndex(({ upToCents }) => upToCents === undefined);
      return [
        ...mustRise('/calculation/brackets/#/upToCents', limits, 'De grens van een schijf'),
        ...(open < 0
          ? []
          : [
              {
                pointer: `/calculation/brackets/${open}`,
                code: 'bracket-never-reached',
                detail: 'Een schijf zonder grens neemt al het overige; de schijven erna doen niets.',
                suggestion: 'Geef deze schijf een grens, of zet hem achteraan.',
              },
            ]),
      ];
    }
    case 'steps-by-costs':
      return [
        ...mustRise(
          '/calculation/steps/#/fromCents',
          calculation.steps.map((step) => step.fromCents),
          'De grens van een trede',
        ),
        ...mustRise(
          '/calculation/steps/#/amountCents',
          calculation.steps.map((step) => step.amountCents),
          'Het bedrag van een trede',
        ),
      ];
    case 'steps-by-units':
      return [
        ...mustRise(
          '/calculation/steps/#/from',
          calculation.steps.map((step) => step.from),
          'De grens van een trede',
        ),
        ...mustRise(
          '/calculation/steps/#/amountCents',
          calculation.steps.map((step) => step.amountCents),
          'Het bedrag van een trede',
        ),
      ];
    default:
      return [];
  }
}

/** The most that a computation alone can yield, or null when it has no end. */
function mostOf(calculation: Calculation): number | null {
  switch (calculation.kind) {
    case 'flat':
      return calculation.amountCents;
    case 'steps-by-costs':
    case 'steps-by-units':
      return Math.max(...calculation.steps.map((step) => step.amountCents));
    case 'per-unit':
      return calculation.maximumUnits === undefined
        ? null
        : calculation.maximumUnits * calculation.amountCents;
    default:
      return null;
  }
}

function boundsFaults({ calculation, minimumCents, maximumCents }: AmountBounds): Contradiction[] {
  const faults = calculationFaults(calculation);
  if (minimumCents === undefined) return faults;
  if (maximumCents !== undefined && minimumCents > maximumCents) {
    faults.push({
      pointer: '/minimumCents',
      code: 'minimum-above-maximum',
      detail: `Het minimum (${formatEuros(minimumCents)}) is hoger dan het maximum (${formatEuros(maximumCents)}).`,
      suggestion: 'Verlaag het minimum of verhoog het maximum.',
    });
  }
  const most = mostOf(calculation);
  if (most !== null && most < minimumCents) {
    faults.push({
      pointer: '/minimumCents',
      code: 'limits-cannot-be-met',
      detail: 'De berekening komt nooit aan het minimum: niemand kan een bijdrage krijgen.',
      suggestion: 'Verlaag het minimum of verhoog het bedrag van de berekening.',
    });
  }
  return faults;
}

export function amountContradictions(amount: Amount): Contradiction[] {
  const tracks = amount.tracks ?? [];
  return [
    ...boundsFaults(amount),
    ...repeatedCodes(
      '/tracks',
      tracks.map((track) => track.code),
    ),
    ...tracks.flatMap((track, index) =>
      boundsFaults(track).map((fault) => ({ ...fault, pointer: `/tracks/${index}${fault.pointer}` })),
    ),
  ];
}
