import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { DossierPart, DossierPurpose } from './dossier-purpose.ts';

/** How a case ended, as the selection list for archives divides them. */
export type CaseResult = 'granted' | 'refused' | 'broken-off' | 'open';

/** One part of a case as a table of texts, for people and for a spreadsheet alike. */
export interface DossierTable {
  readonly part: DossierPart;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A document of a case, whose bytes are read when it is its turn. */
export interface DossierDocument {
  readonly part: DossierPart;
  /** Without a folder of the case before it. */
  readonly path: string;
  readonly description: string;
  readonly on: CalendarDate;
  readonly mediaType: string;
  /** The hash that was kept with it, against which it is held. */
  readonly sha256: string | null;
  load(): Promise<Buffer>;
}

/** What is not in a dossier, and why. */
export interface LeftOut {
  readonly what: string;
  readonly because: string;
}

/** Documents of one kind, and those of them that do not go in. */
export interface FoundDocuments {
  readonly documents: readonly DossierDocument[];
  readonly leftOut: readonly LeftOut[];
}

/** A case as far as it goes into a dossier. */
export interface DossierCase {
  readonly number: string;
  readonly title: string;
  readonly receivedOn: CalendarDate;
  readonly result: CaseResult;
  readonly tables: readonly DossierTable[];
  readonly documents: readonly DossierDocument[];
  readonly leftOut: readonly LeftOut[];
}

/** A dossier before it is written: the case first, then those that were merged with it. */
export interface Dossier {
  readonly purpose: DossierPurpose;
  readonly municipalityName: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly cases: readonly DossierCase[];
  readonly leftOut: readonly LeftOut[];
}

/** A file as it was written into a dossier. */
export interface WrittenFile {
  readonly path: string;
  readonly part: string;
  readonly description: string;
  readonly on: CalendarDate;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}
