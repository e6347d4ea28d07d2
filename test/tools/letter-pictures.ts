import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';

const run = promisify(execFile);

interface Picture {
  readonly width: number;
  readonly height: number;
  /** The bytes of every point, row after row: one of grey, or three of red, green and blue. */
  readonly bytes: Uint8Array;
}

/** The neighbour that a point was predicted from (PNG, 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Reads a picture of eight bits a colour, as pdftoppm writes it. @throws Error for another picture */
export function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const size = file[25] === 2 ? 3 : 1;
  if (file[24] !== 8 || ![0, 2].includes(file[25] ?? -1) || file[28] !== 0) {
    throw new Error('not a picture of eight bits a colour');
  }
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(data);
  }
  const raw = inflateSync(Buffer.concat(chunks));
  const row = width * size;
  const bytes = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const left = x >= size ? (bytes[y * row + x - size] ?? 0) : 0;
      const above = y > 0 ? (bytes[(y - 1) * row + x] ?? 0) : 0;
      const corner = x >= size && y > 0 ? (bytes[(y - 1) * row + x - size] ?? 0) : 0;
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      bytes[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return { width, height, bytes };
}

/** The share of points that look different: another version of poppler draws edges of letters a little otherwise. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let different = 0;
  one.bytes.forEach((value, index) => {
    if (Math.abs(value - (other.bytes[index] ?? 0)) > 96) different += 1;
  });
  return different / one.bytes.length;
}

/** Of all points; one word of a letter is about this much. */
const tolerated = 0.0005;

/** Whether the first page looks as the picture that is kept of it. @param file the letter; a picture is put beside it */
export async function pictureFaults(name: string, file: string, folder: string): Promise<string[]> {
  const fresh = join(folder, name);
  await run('pdftoppm', ['-png', '-r', '60', '-f', '1', '-l', '1', '-singlefile', file, fresh]);
  const kept = await readFile(`demo/letters/${name}.png`).catch(() => null);
  if (kept === null) return ['has no picture to compare with (npm run letters:samples)'];
  const share = difference(readPng(kept), readPng(await readFile(`${fresh}.png`)));
  if (share <= tolerated) return [];
  return [`looks different from its picture in ${(share * 100).toFixed(2)} % of the points`];
}
