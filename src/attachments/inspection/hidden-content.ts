import type { MediaType } from '../domain/media-type.ts';

/** The record with which every ZIP archive ends, and the comment of at most 65,535 bytes after it. */
const endOfArchive = Buffer.from('PK\x05\x06', 'latin1');
const endRecordBytes = 22;
const longestCommentBytes = 65_535;

/** Readers look for the mark of a PDF this far into a file. */
const pdfMark = '%PDF-';
const pdfMarkWithin = 1024;

/** Whether programs that open archives would find one in these bytes, whatever stands before it. */
export function endsAsArchive(content: Buffer): boolean {
  const first = Math.max(0, content.length - endRecordBytes - longestCommentBytes);
  for (let at = content.indexOf(endOfArchive, first); at !== -1; at = content.indexOf(endOfArchive, at + 1)) {
    const fits = at + endRecordBytes <= content.length;
    if (fits && at + endRecordBytes + content.readUInt16LE(at + 20) === content.length) return true;
  }
  return false;
}

/** Whether a file is, besides what it is, also an archive or a PDF: one file that two programs read differently. */
export function isTwoInOne(content: Buffer, mediaType: MediaType): boolean {
  const isDocument = mediaType.startsWith('application/vnd.');
  const isPdf = mediaType === 'application/pdf';
  return (
    (!isDocument && endsAsArchive(content)) ||
    (!isPdf && content.toString('latin1', 0, pdfMarkWithin).includes(pdfMark))
  );
}
