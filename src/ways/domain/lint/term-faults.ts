import { daysBetween } from '../../../kernel/calendar-date.ts';
import { periodsOf } from '../../../regulations/domain/groups/window.ts';
import { fewestDecisionDays } from '../../../regulations/domain/groups/terms.ts';
import type { RegulationDocument } from '../../../regulations/domain/regulation-document.ts';
import { longestWay, runsForward } from '../step-order.ts';
import type { WayDocument } from '../way-document.ts';
import { fault, type WayFault } from '../way-fault.ts';

/** How many days the law and the regulation leave from the start of a way until the decision, at the least. */
type Room = { readonly kind: 'days'; readonly days: number } | { readonly kind: 'never-starts' };

/**
 * The least room that any application has. A term that runs from receipt has been running for a whole window when
 * the way begins at its close; a fixed date leaves what lies between the close and that date.
 */
export function roomFor(startsAt: WayDocument['startsAt'], regulation: RegulationDocument): Room {
  const { terms, window } = regulation;
  const rooms = periodsOf(window).map(({ opensOn, closesOn, decideBy }): Room => {
    const whole = fewestDecisionDays(terms);
    if (startsAt === 'window-close' && closesOn === null) return { kind: 'never-starts' };
    const length = closesOn === null ? 0 : daysBetween(opensOn, closesOn);
    if (decideBy !== null && closesOn !== null)
      return { kind: 'days', days: daysBetween(closesOn, decideBy) };
    const isLate = startsAt === 'window-close' && terms.decisionStartsAt === 'receipt';
    return { kind: 'days', days: isLate ? whole - length : whole };
  });
  const days = rooms.flatMap((room) => (room.kind === 'days' ? [room.days] : []));
  return days.length < rooms.length ? { kind: 'never-starts' } : { kind: 'days', days: Math.min(...days) };
}

/** The steps together, with the days that deciding takes, fit in the decision term. */
export function termFaults(
  { startsAt, decisionDays, steps }: Pick<WayDocument, 'startsAt' | 'decisionDays' | 'steps'>,
  regulation: RegulationDocument,
): WayFault[] {
  const room = roomFor(startsAt, regulation);
  if (room.kind === 'never-starts') {
    return [
      fault(
        '/startsAt',
        'never-starts',
        'De aanvraagperiode van deze regeling sluit niet, dus de eerste stap zou nooit beginnen.',
        'Kies "receipt" of "completeness".',
        'Awb 4:13',
      ),
    ];
  }
  // Steps that go round have no longest way; that fault is told apart.
  if (!runsForward(steps)) return [];
  const { days, places } = longestWay(steps);
  if (days + decisionDays <= room.days) return [];
  const longest = places.reduce(
    (most, place) => ((steps[place]?.termDays ?? 0) > (steps[most]?.termDays ?? 0) ? place : most),
    places[0] ?? 0,
  );
  return [
    fault(
      `/steps/${longest}/termDays`,
      'outlasts-decision-term',
      `De stappen duren samen tot ${days} dagen en beslissen nog ${decisionDays}; er ${room.days === 1 ? 'is' : 'zijn'} ${Math.max(0, room.days)} dagen om te beslissen.`,
      `Kort de stappen in met ${days + decisionDays - Math.max(0, room.days)} dagen; deze duurt het langst.`,
      'Awb 4:13',
    ),
  ];
}
