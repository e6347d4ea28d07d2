import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { RegulationDocument } from './regulation-document.ts';

/** One published version of a regulation; it never changes. */
export interface RegulationVersion {
  readonly id: string;
  readonly regulationId: string;
  readonly version: number;
  readonly document: RegulationDocument;
  readonly publishedOn: CalendarDate;
  readonly publicationReference: string;
  readonly inForceFrom: CalendarDate;
}

/**
 * The version that applies to an application submitted on a day: the newest that was published and in force by
 * then; null when there is none, since nothing opens before it is published.
 */
export function versionInForce<
  Version extends Pick<RegulationVersion, 'inForceFrom' | 'publishedOn' | 'version'>,
>(versions: readonly Version[], on: CalendarDate): Version | null {
  const inForce = versions.filter((version) => version.inForceFrom <= on && version.publishedOn <= on);
  return inForce.sort((a, b) => b.version - a.version)[0] ?? null;
}
