import type { EntityManager } from 'typeorm';
import { statementsOf } from '../../platform/database/sent-statements.ts';
import type { ContentStore } from './content-store.ts';

const insertPiece = {
  name: 'insert-attachment-piece',
  text: 'INSERT INTO attachment_piece (attachment_id, position, sealed) VALUES ($1, $2, $3)',
};

/** Before all identifiers that are made. */
const firstId = '00000000-0000-0000-0000-000000000000';
const perPage = 1_000;

/** Keeps contents in the database, where they are backed up and removed together with all else. */
export class DatabaseStore implements ContentStore {
  readonly name = 'database';

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  write(manager: EntityManager, attachmentId: string, pieces: readonly Buffer[]): void {
    for (const [position, sealed] of pieces.entries()) {
      void statementsOf(manager).send({ ...insertPiece, values: [attachmentId, position, sealed] });
    }
  }

  /** What was rolled back is not there; what is removed goes with its attachment. */
  discard(): Promise<void> {
    return Promise.resolve();
  }

  async *read(manager: EntityManager, attachmentId: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
      const rows = await manager.query<{ sealed: Buffer }[]>(
        'SELECT sealed FROM attachment_piece WHERE attachment_id = $1 AND position = $2',
        [attachmentId, position],
      );
      if (rows[0] === undefined) return;
      yield rows[0].sealed;
    }
  }

  async *kept(manager: EntityManager, before: Date): AsyncGenerator<readonly string[]> {
    for (let after = firstId; ;) {
      const rows = await manager.query<{ id: string }[]>(
        `SELECT attachment.id FROM attachment JOIN attachment_piece AS piece
           ON piece.attachment_id = attachment.id AND piece.position = 0
         WHERE attachment.id > $1 AND attachment.recorded_at < $2 ORDER BY attachment.id LIMIT $3`,
        [after, before, perPage],
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(({ id }) => id);
      after = last.id;
    }
  }

  /** The database itself removes nothing of a case that was not destroyed. */
  async removeAll(manager: EntityManager, attachmentIds: readonly string[]): Promise<void> {
    await manager.query('SELECT remove_pieces_of_destroyed_cases($1)', [[...attachmentIds]]);
  }
}
