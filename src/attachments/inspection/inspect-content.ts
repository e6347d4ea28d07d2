import type { InputFault } from '../../kernel/domain-error.ts';
import { isTaken, type MediaType } from '../domain/media-type.ts';
import { archiveFault } from './archive-faults.ts';
import { contentFault, type ContentFaultCode } from './content-faults.ts';
import { detectedType } from './detected-type.ts';
import { isTwoInOne } from './hidden-content.ts';
import { imageFault } from './image-faults.ts';
import { pdfFault } from './pdf-fault.ts';

/** What a content turned out to be, or what is wrong with it. */
export type Inspected =
  | { readonly kind: 'sound'; readonly mediaType: MediaType }
  | { readonly kind: 'refused'; readonly fault: InputFault };

type Opening = (content: Buffer) => Promise<ContentFaultCode | null> | ContentFaultCode | null;

const openings = {
  'application/pdf': pdfFault,
  'image/jpeg': imageFault,
  'image/png': imageFault,
  'image/webp': imageFault,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': archiveFault,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': archiveFault,
  'application/vnd.oasis.opendocument.text': archiveFault,
  'application/vnd.oasis.opendocument.spreadsheet': archiveFault,
} as const satisfies Record<MediaType, Opening>;

function refused(code: ContentFaultCode): Inspected {
  return { kind: 'refused', fault: contentFault(code) };
}

/** Finds out what a file really is, and opens it as a program that shows it would. */
export async function inspectContent(content: Buffer): Promise<Inspected> {
  const detected = await detectedType(content);
  if (!isTaken(detected)) return refused(detected);
  if (isTwoInOne(content, detected)) return refused('two-in-one');
  const code = await openings[detected](content);
  return code === null ? { kind: 'sound', mediaType: detected } : refused(code);
}
