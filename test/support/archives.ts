import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive. What the archive says of it may differ from what it is. */
export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the archive says that it unpacks to; the truth when left out. */
  readonly declaredBytes?: number;
  readonly locked?: boolean;
}

function header(signature: number, file: ArchivedFile, packed: Buffer, central: boolean): Buffer {
  const content = Buffer.from(file.content);
  const name = Buffer.from(file.name, 'utf8');
  const fields = Buffer.alloc(central ? 46 : 30);
  fields.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  fields.writeUInt16LE(20, at);
  fields.writeUInt16LE(file.locked ? 0x801 : 0x800, at + 2);
  fields.writeUInt16LE(8, at + 4);
  fields.writeUInt32LE(crc32(content), at + 10);
  fields.writeUInt32LE(packed.length, at + 14);
  fields.writeUInt32LE(file.declaredBytes ?? content.length, at + 18);
  fields.writeUInt16LE(name.length, at + 22);
  return Buffer.concat([fields, name]);
}

/** A ZIP archive, as an office program would write it or as somebody with bad intentions would. */
export function archiveOf(files: readonly ArchivedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.content);
    const local = Buffer.concat([header(0x04034b50, file, packed, false), packed]);
    const entry = header(0x02014b50, file, packed, true);
    entry.writeUInt32LE(offset, 42);
    parts.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const size = directory.reduce((bytes, { length }) => bytes + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
