import { repeatedCodes } from '../../../regulations/domain/contradiction.ts';
import type { Condition } from '../conditions.ts';
import { negativeTargetOf, type Step } from '../step-kinds.ts';
import { nextPlaces, reachablePlaces } from '../step-order.ts';
import { fault, type WayFault } from '../way-fault.ts';

/** Faults of the order: every step can be reached, leads on, and ends in a proposal to who decides. */
export function orderFaults(steps: readonly Step[]): WayFault[] {
  const codes = steps.map(({ code }) => code);
  const twice = repeatedCodes('/steps', codes).map((each) => ({ ...each, article: null }));
  return [
    ...twice,
    ...steps.flatMap((step, place) => [
      ...targetFaults(steps, step, place),
      ...conditionFaults(steps, step, place),
    ]),
    ...unreachable(steps),
    ...deadEnds(steps),
  ];
}

function targetFaults(steps: readonly Step[], step: Step, place: number): WayFault[] {
  const named = [
    { property: 'then', code: 'then' in step ? step.then : undefined },
    { property: 'ifNegative', code: negativeTargetOf(step) },
  ];
  return named.flatMap(({ property, code }) => {
    if (code === undefined) return [];
    const pointer = `/steps/${place}/${property}`;
    const target = steps.findIndex((each) => each.code === code);
    if (target === -1) {
      const known = steps.slice(place + 1).map((each) => each.code);
      return [
        fault(
          pointer,
          'step-unknown',
          `Er is geen stap met de code "${code}".`,
          known.length === 0 ? 'Haal dit weg.' : `Kies een latere stap: ${known.join(', ')}.`,
        ),
      ];
    }
    if (target > place) return [];
    return [
      fault(
        pointer,
        'step-goes-back',
        `Van "${step.title}" gaat het terug naar "${code}"; zo komt er nooit een einde aan.`,
        'Kies een stap die later in de lijst staat.',
        'Awb 4:13',
      ),
    ];
  });
}

function conditionFaults(steps: readonly Step[], step: Step, place: number): WayFault[] {
  const conditions: readonly Condition[] = 'when' in step ? (step.when ?? []) : [];
  const faults = conditions.flatMap((condition, index) => {
    if (condition.fact !== 'step-outcome') return [];
    const earlier = steps.findIndex((each) => each.code === condition.step);
    if (earlier !== -1 && earlier < place) return [];
    const pointer = `/steps/${place}/when/${index}/step`;
    return [
      fault(
        pointer,
        'condition-looks-ahead',
        `"${step.title}" hangt af van "${condition.step}", maar die stap komt er niet vóór.`,
        'Kies een stap die eerder in de lijst staat.',
      ),
    ];
  });
  return [...faults, ...emptyRange(conditions, place)];
}

/** Both at least so much and less than that. */
function emptyRange(conditions: readonly Condition[], place: number): WayFault[] {
  const lows = conditions.flatMap((each) => (each.fact === 'requested-at-least' ? [each.amountCents] : []));
  const highs = conditions.flatMap((each) => (each.fact === 'requested-below' ? [each.amountCents] : []));
  if (lows.length === 0 || highs.length === 0 || Math.max(...lows) < Math.min(...highs)) return [];
  return [
    fault(
      `/steps/${place}/when`,
      'condition-never-holds',
      'Deze voorwaarden kunnen niet samen gelden, dus deze stap gebeurt nooit.',
      'Pas een van de bedragen aan.',
    ),
  ];
}

function unreachable(steps: readonly Step[]): WayFault[] {
  const reached = reachablePlaces(steps);
  return steps.flatMap(({ title }, place) =>
    reached.has(place)
      ? []
      : [
          fault(
            `/steps/${place}`,
            'step-unreachable',
            `De behandeling komt nooit bij "${title}".`,
            'Verwijs ernaar vanuit een eerdere stap, of haal de stap weg.',
          ),
        ],
  );
}

/** A step after which nothing follows and that is no proposal: the case would lie there for ever. */
function deadEnds(steps: readonly Step[]): WayFault[] {
  const faults = steps.flatMap((step, place) => {
    if (step.kind === 'proposal' || nextPlaces(steps, place).length > 0) return [];
    return [
      fault(
        `/steps/${place}`,
        'no-way-out',
        `Na "${step.title}" komt er niets meer, terwijl er nog geen voorstel is.`,
        'Eindig met een stap van de soort "proposal".',
        'Awb 4:13',
      ),
    ];
  });
  const lapsing = steps.flatMap((step, place) =>
    step.kind === 'proposal' && step.whenLate.kind === 'continue'
      ? [
          fault(
            `/steps/${place}/whenLate`,
            'proposal-lapses',
            'Zonder voorstel kan niemand beslissen; een voorstel vervalt dus niet.',
            'Kies "wait" of "hand-over".',
            'Awb 4:13',
          ),
        ]
      : [],
  );
  return [...faults, ...lapsing];
}
