import type { ContentFaultCode } from './content-faults.ts';

/** A PDF ends with where its table of contents is (ISO 32000-2, 7.5.5); some programs add a few bytes after that. */
const ending = /startxref\s+\d+\s+%%EOF/;
const endsWithin = 2048;

/** Whether what begins like a PDF also ends like one: a part of a PDF opens nowhere. */
export function pdfFault(content: Buffer): ContentFaultCode | null {
  const tail = content.toString('latin1', Math.max(0, content.length - endsWithin));
  return ending.test(tail) ? null : 'document-damaged';
}
