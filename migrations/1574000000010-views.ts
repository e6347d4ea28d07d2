import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/** What the ledger publishes for reports: a row per budget, whose size does not grow with its history. */
export class Views1574000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE VIEW kern_spending AS
      SELECT budget.id AS budget_id, budget.year, regulation.code AS regulation_code, kern.code AS kern_code,
        kern.name AS kern_name, -budget.source_cents - budget.transferred_cents AS allocated_cents,
        budget.available_cents, budget.held_cents, budget.committed_cents + budget.in_payment_cents AS committed_cents,
        budget.paid_cents, budget.receivable_cents, budget.lapsed_cents, budget.version AS entry_count
      FROM budget
      JOIN kern ON kern.id = budget.kern_id
      JOIN regulation ON regulation.id = budget.regulation_id`);
    await grantToService(queryRunner, ['SELECT'], ['kern_spending']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW kern_spending');
  }
}
