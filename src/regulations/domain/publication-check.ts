import { addDays, type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import type { DomainError } from '../../kernel/domain-error.ts';
import { firstDayOfWindow } from './groups/window.ts';
import type { RegulationDocument } from './regulation-document.ts';
import type { RegulationVersion } from './regulation-version.ts';
import { regulationsProblem } from './regulations.problems.ts';

/** What somebody asks when they publish. */
export interface PublicationRequest {
  readonly publishedOn: CalendarDate;
  readonly inForceFrom: CalendarDate;
  readonly inForceUntil: CalendarDate | null;
}

/** From when a version holds if nobody says so: from its publication, or from its window when that opens later. */
export function startOf(document: RegulationDocument, publishedOn: CalendarDate): CalendarDate {
  const opensOn = firstDayOfWindow(document.window);
  return opensOn > publishedOn ? opensOn : publishedOn;
}

type Existing = Pick<RegulationVersion, 'version' | 'inForceFrom' | 'inForceUntil' | 'document'>;

/**
 * Why a document cannot be published on these days, or null when it can.
 * @param existing the versions that the regulation has already, oldest first
 */
export function publicationRefusal(
  document: RegulationDocument,
  { publishedOn, inForceFrom, inForceUntil }: PublicationRequest,
  existing: readonly Existing[],
  today: CalendarDate,
): DomainError | null {
  if (publishedOn > today) {
    return impossible('/publishedOn', 'Leg een bekendmaking vast als die er is, niet ervoor.');
  }
  if (inForceFrom < publishedOn) {
    return impossible('/inForceFrom', 'Een regeling gaat niet in voordat zij is bekendgemaakt.');
  }
  if (inForceUntil !== null && inForceUntil < inForceFrom) {
    return impossible('/inForceUntil', 'De laatste dag ligt voor de eerste.');
  }
  const last = existing.at(-1);
  return last === undefined ? null : successionRefusal(document, inForceFrom, last);
}

function successionRefusal(
  { year }: RegulationDocument,
  inForceFrom: CalendarDate,
  last: Existing,
): DomainError | null {
  if (last.document.year !== year) {
    const detail = `Deze regeling is voor ${last.document.year}. Geef die voor ${year} een eigen code.`;
    return regulationsProblem('regulation-versions-overlap', detail);
  }
  const firstFree = last.inForceUntil ?? last.inForceFrom;
  if (inForceFrom > firstFree) return null;
  const detail = `Versie ${last.version} geldt al op ${formatDutchDate(inForceFrom)}. Laat de nieuwe versie ingaan op ${formatDutchDate(addDays(firstFree, 1))} of later.`;
  return regulationsProblem('regulation-versions-overlap', detail);
}

function impossible(location: string, detail: string): DomainError {
  const fault = { in: 'body', location, code: 'regulation-days-impossible', detail } as const;
  return regulationsProblem('regulation-days-impossible', detail, [fault]);
}
