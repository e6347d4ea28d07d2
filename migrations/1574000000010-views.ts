import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

const views = ['kern_spending', 'budget_history', 'first_commitment', 'granted_decision'];

/** What the ledger and the decisions publish for reports. The first has a row per budget, however long its history. */
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
    await queryRunner.query(`
      CREATE VIEW budget_history AS
      SELECT entry.budget_id, entry.version, entry.counts_on, entry.recorded_at, entry.debit_account,
        entry.credit_account, entry.amount_cents, -entry.source_cents - entry.transferred_cents AS allocated_cents,
        entry.available_cents, entry.held_cents, entry.committed_cents + entry.in_payment_cents AS committed_cents,
        entry.paid_cents, entry.receivable_cents, entry.lapsed_cents
      FROM ledger_entry entry`);
    await queryRunner.query(`
      CREATE VIEW first_commitment AS
      SELECT DISTINCT ON (grant_id) grant_id, budget_id, amount_cents
      FROM ledger_entry WHERE movement IN ('commit', 'commit-held') ORDER BY grant_id, version`);
    await queryRunner.query(`
      CREATE VIEW granted_decision AS
      SELECT id AS decision_id, budget_id, granted_cents FROM decision WHERE granted_cents > 0`);
    await grantToService(queryRunner, ['SELECT'], views);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const view of views) await queryRunner.query(`DROP VIEW ${view}`);
  }
}
