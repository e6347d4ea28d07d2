import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ContentFaultCode } from './content-faults.ts';

/** What a document of an office program may become when it is unpacked. */
export const unpackedLimits = { bytes: 100 * 1024 * 1024, entries: 2_000 } as const;

const isLocked = ({ generalPurposeBitFlag }: Entry): boolean => (generalPurposeBitFlag & 1) !== 0;
const macros = /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\/.+/i;
const programs = /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|jar|lnk|hta)$/i;

function faultOfEntry(entry: Entry): ContentFaultCode | null {
  if (isLocked(entry)) return 'document-locked';
  if (macros.test(entry.fileName)) return 'holds-macros';
  return programs.test(entry.fileName) ? 'holds-program' : null;
}

/** Unpacks an entry and throws it away; it turns out larger than it says is a fault of the archive. */
async function unpackedBytes(archive: ZipFile, entry: Entry): Promise<number> {
  let bytes = 0;
  for await (const piece of await archive.openReadStreamPromise(entry)) bytes += (piece as Buffer).length;
  return bytes;
}

async function faultOf(archive: ZipFile): Promise<ContentFaultCode | null> {
  if (archive.entryCount > unpackedLimits.entries) return 'unpacks-too-large';
  const entries: Entry[] = [];
  let declaredBytes = 0;
  for await (const entry of archive.eachEntry()) {
    const fault = faultOfEntry(entry);
    if (fault !== null) return fault;
    declaredBytes += entry.uncompressedSize;
    if (declaredBytes > unpackedLimits.bytes) return 'unpacks-too-large';
    entries.push(entry);
  }
  // What it says of itself may not be so; it is never kept, so that a bomb costs time and no memory.
  let bytes = 0;
  for (const entry of entries) {
    bytes += await unpackedBytes(archive, entry);
    if (bytes > unpackedLimits.bytes) return 'unpacks-too-large';
  }
  return null;
}

/** What is wrong with an office document, which is a ZIP archive; null when nothing is. */
export async function archiveFault(content: Buffer): Promise<ContentFaultCode | null> {
  try {
    const archive = await fromBufferPromise(content, {
      ...{ lazyEntries: true, autoClose: false },
      ...{ strictFileNames: true, validateEntrySizes: true },
    });
    return await faultOf(archive);
  } catch {
    return 'document-damaged';
  }
}
