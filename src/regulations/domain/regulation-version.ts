import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/money.ts';
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
  /** The last day on which it is in force, or null when it has no end but a successor. */
  readonly inForceUntil: CalendarDate | null;
}

type Dated = Pick<RegulationVersion, 'inForceFrom' | 'inForceUntil' | 'publishedOn' | 'version'>;

/**
 * The version that applies to an application submitted on a day: the newest that was published and in force by
 * then; null when there is none, since nothing opens before it is published.
 */
export function versionInForce<Version extends Dated>(
  versions: readonly Version[],
  on: CalendarDate,
): Version | null {
  const inForce = versions
    .filter((version) => version.inForceFrom <= on && version.publishedOn <= on)
    .sort((a, b) => b.version - a.version);
  const [newest] = inForce;
  return newest === undefined || (newest.inForceUntil !== null && newest.inForceUntil < on) ? null : newest;
}

/** A ceiling as one version sets it for a place, such as a kern. */
export interface PublishedCeiling {
  readonly version: number;
  /** The day on which this ceiling was published. */
  readonly publishedOn: CalendarDate;
  readonly amountCents: Cents;
}

/**
 * The ceiling that binds an application: the newest that was published by the day of receipt. One that was
 * published later binds only where it is higher: published late or lowered, it has no effect on applications
 * received before (Awb 4:27(2)). Null when none binds, because none was published in time.
 */
export function bindingCeiling(
  ceilings: readonly PublishedCeiling[],
  receivedOn: CalendarDate,
): PublishedCeiling | null {
  const inOrder = [...ceilings].sort(
    (one, other) => one.publishedOn.localeCompare(other.publishedOn) || one.version - other.version,
  );
  const known = inOrder.filter((ceiling) => ceiling.publishedOn <= receivedOn).at(-1) ?? null;
  if (known === null) return null;
  return inOrder
    .filter((ceiling) => ceiling.publishedOn > receivedOn)
    .reduce((best, later) => (later.amountCents > best.amountCents ? later : best), known);
}
