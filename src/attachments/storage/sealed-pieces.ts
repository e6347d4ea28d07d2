import type { CaseKey } from '../../secrets/case-key.ts';

/** How much of an attachment is sealed at once, in bytes, so that it can be sent without being in memory whole. */
export const pieceBytes = 256 * 1024;

/** The vector and the tag that sealing adds to every piece: see `seal`. */
const addedBytes = 28;

export const sealedPieceBytes = pieceBytes + addedBytes;

/** A piece belongs to one place of one attachment, and the last is known: none can be left out, moved or added. */
function place(attachmentId: string, position: number, isLast: boolean): string {
  return `attachment.content:${attachmentId}:${position}${isLast ? ':last' : ''}`;
}

/** The content of an attachment in pieces, each under the key of the case. */
export function sealedPieces(key: CaseKey, attachmentId: string, content: Buffer): Buffer[] {
  const count = Math.max(1, Math.ceil(content.length / pieceBytes));
  return Array.from({ length: count }, (_piece, position) => {
    const piece = content.subarray(position * pieceBytes, (position + 1) * pieceBytes);
    return key.sealBytes(piece, place(attachmentId, position, position === count - 1));
  });
}

/**
 * Opens pieces as they come.
 * @param sizeBytes how large the content is
 * @throws Error when a piece is missing, was changed or does not belong there
 */
export async function* openedPieces(
  key: CaseKey,
  attachmentId: string,
  sizeBytes: number,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const count = Math.ceil(sizeBytes / pieceBytes);
  let position = 0;
  for await (const piece of pieces) {
    yield key.openBytes(piece, place(attachmentId, position, position === count - 1));
    position += 1;
  }
  if (position !== count) throw new Error(`attachment ${attachmentId} has ${position} of ${count} pieces`);
}
