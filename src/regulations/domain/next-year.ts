import { addYears, isCalendarDate } from '../../kernel/calendar-date.ts';
import type { RegulationDocument } from './regulation-document.ts';

function moved(value: unknown, years: number): unknown {
  if (isCalendarDate(value)) return addYears(value, years);
  if (Array.isArray(value)) return value.map((item) => moved(item, years));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, moved(part, years)]));
}

/**
 * The same regulation for another year, to start a draft from: every day and year moves along, and a title that
 * names the year names the new one. All of it is assumed until somebody says where it was published.
 */
export function copyForYear(document: RegulationDocument, year: number): RegulationDocument {
  const years = year - document.year;
  const { provenance, ...rest } = moved(document, years) as RegulationDocument;
  const reason = `overgenomen van de regeling van ${document.year}`;
  const { ceiling, window } = rest;
  return {
    ...rest,
    title: document.title.replaceAll(String(document.year), String(year)),
    year,
    ceiling: ceiling.period
      ? { ...ceiling, period: { ...ceiling.period, lastYear: ceiling.period.lastYear + years } }
      : ceiling,
    window: window.cutOver
      ? { ...window, cutOver: { ...window.cutOver, countsForYear: window.cutOver.countsForYear + years } }
      : window,
    provenance: Object.fromEntries(
      Object.keys(provenance).map((group) => [group, { kind: 'assumed', reason }]),
    ) as RegulationDocument['provenance'],
  };
}
