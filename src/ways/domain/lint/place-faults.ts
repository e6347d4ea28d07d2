import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import { coversKern } from '../../../regulations/domain/groups/scope.ts';
import type { RegulationDocument } from '../../../regulations/domain/regulation-document.ts';
import { nearest } from '../../../regulations/domain/schema/nearest.ts';
import { type Body, isBodyOn } from '../body.ts';
import { bodyOf, type Step } from '../step-kinds.ts';
import type { WayDocument } from '../way-document.ts';
import { fault, type WayFault } from '../way-fault.ts';

/** A kern with the bodies that it has or had. */
export interface KernWithBodies {
  readonly code: string;
  readonly name: string;
  readonly bodies: readonly Body[];
}

/** What a way of working is held against. */
export interface WayContext {
  /** The version of the regulation that is meant; null when there is no such regulation. */
  readonly regulation: RegulationDocument | null;
  /** The kernen that exist on the day, by code. */
  readonly kernen: ReadonlyMap<string, KernWithBodies>;
  readonly on: CalendarDate;
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? `Kies een van: ${known.join(', ')}.` : `Bedoelt u "${near}"?`;
}

/** Kernen and regulation exist, and the regulation holds for each of the kernen. */
export function placeFaults(
  { kernCodes, regulationCode }: Pick<WayDocument, 'kernCodes' | 'regulationCode'>,
  { regulation, kernen }: WayContext,
): WayFault[] {
  const missing =
    regulation === null
      ? [
          fault(
            '/regulationCode',
            'regulation-unknown',
            `Er is geen bekendgemaakte regeling met de code "${regulationCode}".`,
            'Kies de code van een regeling uit /v1/regulations.',
          ),
        ]
      : [];
  const wrong = kernCodes.flatMap((kernCode, index) => {
    const pointer = `/kernCodes/${index}`;
    const kern = kernen.get(kernCode);
    if (kern === undefined) {
      const detail = `Er is nu geen kern met de code "${kernCode}".`;
      return [fault(pointer, 'kern-unknown', detail, meant(kernCode, [...kernen.keys()]))];
    }
    if (regulation === null || coversKern(regulation.scope, kernCode)) return [];
    const detail = `${regulation.title} geldt niet voor ${kern.name}.`;
    return [fault(pointer, 'kern-outside-regulation', detail, 'Haal deze kern weg.')];
  });
  return [...missing, ...wrong];
}

/** Every body exists in every kern of the document, on the day. */
export function bodyFaults(
  steps: readonly Step[],
  kernCodes: readonly string[],
  { kernen, on }: WayContext,
): WayFault[] {
  return steps.flatMap((step, place) => {
    const code = bodyOf(step);
    if (code === null) return [];
    return kernCodes.flatMap((kernCode) => {
      const kern = kernen.get(kernCode);
      if (kern === undefined) return [];
      const ofCode = kern.bodies.filter((body) => body.code === code);
      if (ofCode.some((body) => isBodyOn(body, on))) return [];
      const pointer = `/steps/${place}/body`;
      const [ended] = ofCode;
      const known = kern.bodies.filter((body) => isBodyOn(body, on)).map((body) => body.code);
      return [
        ended === undefined
          ? fault(
              pointer,
              'body-unknown',
              `${kern.name} heeft geen orgaan met de code "${code}".`,
              known.length === 0 ? `Leg het orgaan eerst vast bij ${kern.name}.` : meant(code, known),
            )
          : fault(
              pointer,
              'body-not-there',
              `${ended.name} in ${kern.name} bestaat niet op ${formatDutchDate(on)}.`,
              'Kies een orgaan dat er nu is.',
            ),
      ];
    });
  });
}
