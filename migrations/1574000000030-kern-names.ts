import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantExecuteToService } from '../src/platform/database/grants.ts';

const ofTheseBudgets = `l.budget_id = ANY(p_budget_ids) OR (l.budget_id IS NULL AND (l.binds OR p_all_limits)
          AND (l.regulation_id, l.year) IN (SELECT b.regulation_id, b.year FROM budget b WHERE b.id = ANY(p_budget_ids)))`;

/** What `lock_ledger` answers, with the names of kernen or without; for the rest as in the migration LedgerPosting. */
async function createLock(queryRunner: QueryRunner, withNames: boolean): Promise<void> {
  const names = `(SELECT json_object_agg(k.id, k.name) FROM kern k
          WHERE k.id IN (SELECT b.kern_id FROM budget b WHERE b.id = ANY(p_budget_ids)))`;
  await queryRunner.query('DROP FUNCTION lock_ledger');
  await queryRunner.query(`
    CREATE FUNCTION lock_ledger(p_budget_ids uuid[], p_grant_ids uuid[], p_all_limits boolean)
    RETURNS TABLE (budgets json, limits json, grants json, closed_years json${withNames ? ', kern_names json' : ''})
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      PERFORM 1 FROM budget b WHERE b.id = ANY(p_budget_ids) ORDER BY b.id FOR UPDATE;
      PERFORM 1 FROM ledger_limit l WHERE ${ofTheseBudgets} ORDER BY l.id FOR UPDATE;
      RETURN QUERY SELECT
        (SELECT json_agg(b ORDER BY b.id) FROM budget b WHERE b.id = ANY(p_budget_ids)),
        (SELECT json_agg(l ORDER BY l.id) FROM ledger_limit l WHERE ${ofTheseBudgets}),
        (SELECT json_agg(g) FROM grant_position g WHERE g.grant_id = ANY(p_grant_ids)),
        (SELECT json_agg(y.year) FROM ledger_year y WHERE y.closed)${withNames ? `,\n        ${names}` : ''};
    END $$`);
  await grantExecuteToService(queryRunner, ['lock_ledger']);
}

/** A refusal names the kern whose ceiling stopped it: the names are read together with what is locked. */
export class KernNames1574000000030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createLock(queryRunner, true);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await createLock(queryRunner, false);
  }
}
