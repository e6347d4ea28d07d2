import type { MigrationInterface, QueryRunner } from 'typeorm';

const spending = (join: string) => `
  CREATE OR REPLACE VIEW kern_spending AS
  SELECT budget.id AS budget_id, budget.year, regulation.code AS regulation_code, kern.code AS kern_code,
    kern.name AS kern_name, -budget.source_cents - budget.transferred_cents AS allocated_cents,
    budget.available_cents, budget.held_cents, budget.committed_cents + budget.in_payment_cents AS committed_cents,
    budget.paid_cents, budget.receivable_cents, budget.lapsed_cents, budget.version AS entry_count
  FROM budget
  ${join} kern ON kern.id = budget.kern_id
  JOIN regulation ON regulation.id = budget.regulation_id`;

/**
 * A scheme with one amount for the whole municipality has one budget without a kern, from which applications in all
 * kernen are paid. One scheme still has at most one of them.
 */
export class BudgetsOfAllKernen1574000000031 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE budget ALTER kern_id DROP NOT NULL');
    await queryRunner.query('ALTER TABLE budget DROP CONSTRAINT budget_unique');
    await queryRunner.query(
      'ALTER TABLE budget ADD CONSTRAINT budget_unique UNIQUE NULLS NOT DISTINCT (kern_id, regulation_id, year)',
    );
    await queryRunner.query(spending('LEFT JOIN'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(spending('JOIN'));
    await queryRunner.query('ALTER TABLE budget DROP CONSTRAINT budget_unique');
    await queryRunner.query(
      'ALTER TABLE budget ADD CONSTRAINT budget_unique UNIQUE (kern_id, regulation_id, year)',
    );
    await queryRunner.query('ALTER TABLE budget ALTER kern_id SET NOT NULL');
  }
}
