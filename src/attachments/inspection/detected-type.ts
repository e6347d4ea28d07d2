import { fileTypeFromBuffer } from 'file-type';
import { isTaken, type MediaType } from '../domain/media-type.ts';
import type { ContentFaultCode } from './content-faults.ts';

/** What is often sent in good faith, and what to tell who does. */
const knownOthers: Readonly<Record<string, ContentFaultCode>> = {
  'image/svg+xml': 'svg-not-taken',
  'image/heic': 'photo-of-other-type',
  'image/heif': 'photo-of-other-type',
  'image/avif': 'photo-of-other-type',
  'image/tiff': 'photo-of-other-type',
  'image/gif': 'photo-of-other-type',
  'image/bmp': 'photo-of-other-type',
  'application/x-cfb': 'old-office-file',
  'application/vnd.ms-word.document.macroenabled.12': 'holds-macros',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'holds-macros',
};

/** XML has no mark of what it is; the first element tells. */
function isSvg(content: Buffer): boolean {
  return /<svg[\s>]/i.test(content.toString('latin1', 0, 4096));
}

/** What a file is by its content; names and headers promise whatever their sender likes. */
export async function detectedType(content: Buffer): Promise<MediaType | ContentFaultCode> {
  // It unpacks a little of archives, and fails on those that are spoiled.
  const detected = await fileTypeFromBuffer(content).catch(() => null);
  if (detected === null) return 'document-damaged';
  if (detected !== undefined && isTaken(detected.mime)) return detected.mime;
  const isText = detected === undefined || detected.mime === 'application/xml';
  if (isText && isSvg(content)) return 'svg-not-taken';
  return knownOthers[detected?.mime ?? ''] ?? 'type-not-taken';
}
