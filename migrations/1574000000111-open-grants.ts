import type { MigrationInterface, QueryRunner } from 'typeorm';

const isOpen = 'committed_cents + in_payment_cents > 0';

/**
 * The list of what is still to be paid is in the order of the grants, over all budgets: that is what its index is for. In
 * this order new grants come at the end, so that the index takes half of the room.
 */
export class OpenGrants1574000000111 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX grant_position_open');
    await queryRunner.query(`CREATE INDEX grant_position_open ON grant_position (grant_id) WHERE ${isOpen}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX grant_position_open');
    await queryRunner.query(
      `CREATE INDEX grant_position_open ON grant_position (budget_id, grant_id) WHERE ${isOpen}`,
    );
  }
}
