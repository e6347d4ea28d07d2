import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantExecuteToService } from '../src/platform/database/grants.ts';

/**
 * Lets the service remove the contents of attachments of destroyed cases, which nobody can read any more, and no other:
 * its role deletes nothing of what was submitted.
 */
export class PiecesOfDestroyedCases1574000000191 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION remove_pieces_of_destroyed_cases(attachment_ids uuid[]) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
        DELETE FROM attachment_piece AS piece USING attachment, application
        WHERE piece.attachment_id = ANY (attachment_ids) AND attachment.id = piece.attachment_id
          AND application.id = attachment.application_id AND application.destroyed_at IS NOT NULL
      $$`);
    await grantExecuteToService(queryRunner, ['remove_pieces_of_destroyed_cases']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION remove_pieces_of_destroyed_cases');
  }
}
