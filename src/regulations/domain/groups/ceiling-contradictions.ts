import { cents, formatEuros } from '../../../kernel/money.ts';
import { type Contradiction, repeatedCodes } from '../contradiction.ts';
import { basisPoints } from '../share.ts';
import { type Ceiling, statedCeilingCents } from './ceiling.ts';

function totalFaults(ceiling: Ceiling): Contradiction[] {
  const { totalCents } = ceiling;
  if (totalCents === undefined) return [];
  const stated = 'amountCents' in ceiling ? ceiling.amountCents : null;
  if (stated === null || stated <= totalCents) return [];
  return [
    {
      pointer: '/totalCents',
      code: 'limits-cannot-be-met',
      detail: `Voor de hele regeling is er ${formatEuros(totalCents)}, minder dan het plafond van ${formatEuros(stated)}.`,
      suggestion: 'Verhoog "totalCents" of haal het weg.',
    },
  ];
}

/** A share is a part or an amount: one of the two. */
function unsizedShares(shares: NonNullable<Ceiling['shares']>): Contradiction[] {
  return shares.flatMap(({ percentage, amountCents }, index) =>
    (percentage === undefined) === (amountCents === undefined)
      ? [
          {
            pointer: `/shares/${index}/percentage`,
            code: 'share-size',
            detail: 'Een deelplafond is een percentage of een bedrag.',
            suggestion: 'Geef "percentage" of "amountCents", niet allebei.',
          },
        ]
      : [],
  );
}

/** Amounts that are together more than the ceiling of which they are parts, where the document states it. */
function sharesAboveCeiling(ceiling: Ceiling): Contradiction[] {
  const stated = statedCeilingCents(ceiling);
  const together = (ceiling.shares ?? []).reduce((sum, { amountCents = 0 }) => sum + amountCents, 0);
  if (stated === null || together <= stated) return [];
  return [
    {
      pointer: '/shares',
      code: 'shares-above-ceiling',
      detail: `De deelplafonds zijn samen ${formatEuros(cents(together))}, meer dan het plafond van ${formatEuros(stated)}.`,
      suggestion: 'Verlaag de bedragen tot zij samen hoogstens het plafond zijn.',
    },
  ];
}

function shareFaults({ shares = [] }: Ceiling): Contradiction[] {
  const codes = repeatedCodes(
    '/shares',
    shares.map((share) => share.code),
  );
  const whole = shares.reduce((sum, share) => sum + basisPoints(share.percentage ?? 0), 0);
  const sized = [...codes, ...unsizedShares(shares)];
  if (whole <= 10_000) return sized;
  return [
    ...sized,
    {
      pointer: '/shares',
      code: 'shares-above-hundred',
      detail: `De deelplafonds zijn samen ${String(whole / 100).replace('.', ',')} procent, meer dan het geheel.`,
      suggestion: 'Verlaag de delen tot ze samen hoogstens 100 procent zijn.',
    },
  ];
}

function kindFaults(ceiling: Ceiling): Contradiction[] {
  switch (ceiling.kind) {
    case 'listed-per-kern':
      return repeatedCodes(
        '/kernen',
        ceiling.kernen.map((kern) => kern.kernCode),
        'kernCode',
      );
    case 'per-theme':
      return repeatedCodes(
        '/themes',
        ceiling.themes.map((theme) => theme.code),
      );
    case 'per-body-kind':
      return repeatedCodes(
        '/bodies',
        ceiling.bodies.map((body) => body.code),
      );
    case 'total-divided':
      return dividedFaults(ceiling);
    case 'per-inhabitant': {
      const { minimumCents, maximumCents } = ceiling;
      if (minimumCents === undefined || maximumCents === undefined || minimumCents <= maximumCents) return [];
      return [
        {
          pointer: '/minimumCents',
          code: 'minimum-above-maximum',
          detail: `Een kern krijgt minstens ${formatEuros(minimumCents)}, maar hoogstens ${formatEuros(maximumCents)}.`,
          suggestion: 'Verlaag het minimum of verhoog het maximum.',
        },
      ];
    }
    case 'size-class':
      return classFaults(ceiling);
    default:
      return [];
  }
}

function dividedFaults({
  key,
  referenceDate,
  rounding,
}: Extract<Ceiling, { kind: 'total-divided' }>): Contradiction[] {
  const faults: Contradiction[] = [];
  if (key === 'inhabitants' && referenceDate === undefined) {
    faults.push({
      pointer: '/referenceDate',
      code: 'reference-date-missing',
      detail: 'Wie naar inwoners verdeelt, moet zeggen op welke dag zij worden geteld.',
      suggestion: 'Geef "referenceDate", zoals 1 januari van het jaar.',
    });
  }
  if (rounding !== undefined && rounding.direction !== 'down') {
    faults.push({
      pointer: '/rounding/direction',
      code: 'limits-cannot-be-met',
      detail: 'Wie een verdeeld totaal naar boven afrondt, geeft samen meer dan het totaal.',
      suggestion: 'Kies "down".',
    });
  }
  return faults;
}

function classFaults({ classes }: Extract<Ceiling, { kind: 'size-class' }>): Contradiction[] {
  const faults = classes.flatMap(({ upToInhabitants }, index): Contradiction[] => {
    const before = index === 0 ? -1 : (classes[index - 1]?.upToInhabitants ?? Infinity);
    if ((upToInhabitants ?? Infinity) > before && before !== Infinity) return [];
    return [
      {
        pointer: `/classes/${index}`,
        code: 'not-rising',
        detail: 'Deze klasse komt na een klasse die even groot of groter is.',
        suggestion: 'Zet de klassen van klein naar groot; alleen de laatste heeft geen grens.',
      },
    ];
  });
  if (classes.at(-1)?.upToInhabitants === undefined) return faults;
  return [
    ...faults,
    {
      pointer: `/classes/${classes.length - 1}/upToInhabitants`,
      code: 'class-missing',
      detail: 'Voor een kern met meer inwoners is er geen klasse.',
      suggestion: 'Haal de grens van de laatste klasse weg.',
    },
  ];
}

/** @param year the year of the regulation */
export function ceilingContradictions(ceiling: Ceiling, year: number): Contradiction[] {
  const { period } = ceiling;
  const periodFaults =
    period !== undefined && period.lastYear < year
      ? [
          {
            pointer: '/period/lastYear',
            code: 'period-ends-before-start',
            detail: `Het plafond geldt tot en met ${period.lastYear}, maar de regeling begint in ${year}.`,
            suggestion: `Kies ${year} of later.`,
          },
        ]
      : [];
  return [
    ...totalFaults(ceiling),
    ...shareFaults(ceiling),
    ...sharesAboveCeiling(ceiling),
    ...kindFaults(ceiling),
    ...periodFaults,
  ];
}
