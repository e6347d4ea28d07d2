import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantExecuteToService, grantToService } from '../src/platform/database/grants.ts';

const micros = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint`;

/**
 * What entries rest on is bound in a chain of its own: each resolution when it is registered, each run when it is decided
 * on. So it shows when somebody changes afterwards who proposed and confirmed, on which resolution or ground of the law,
 * or what was planned. What was there before is bound as it is now.
 */
export class LedgerPapers1574000000110 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_paper (
        sequence integer CONSTRAINT ledger_paper_pkey PRIMARY KEY,
        run_id uuid CONSTRAINT ledger_paper_run REFERENCES ledger_run (id),
        resolution_id uuid CONSTRAINT ledger_paper_resolution REFERENCES ledger_resolution (id),
        hash bytea NOT NULL CONSTRAINT ledger_paper_hash_form CHECK (octet_length(hash) = 32),
        CONSTRAINT ledger_paper_of_one CHECK (num_nonnulls(run_id, resolution_id) = 1),
        CONSTRAINT ledger_paper_run_once UNIQUE (run_id),
        CONSTRAINT ledger_paper_resolution_once UNIQUE (resolution_id)
      )`);
    await createChaining(queryRunner);
    await grantToService(queryRunner, ['SELECT'], ['ledger_paper']);
    await grantExecuteToService(queryRunner, ['chain_ledger_papers']);
    await queryRunner.query('SELECT chain_ledger_papers()');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION chain_ledger_papers');
    await queryRunner.query('DROP TABLE ledger_paper');
  }
}

/** Adds what is not in the chain yet, one at a time: who comes second waits, and sees what the first added. */
async function createChaining(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION chain_ledger_papers() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    DECLARE v_paper record; v_sequence integer; v_previous text;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('kernbudget ledger papers'), hashtext(current_schema()));
      SELECT coalesce(max(sequence), 0) INTO v_sequence FROM ledger_paper;
      SELECT coalesce((SELECT encode(hash, 'hex') FROM ledger_paper WHERE sequence = v_sequence), '') INTO v_previous;
      FOR v_paper IN
        SELECT NULL::uuid AS run_id, s.id AS resolution_id, s.registered_at AS chained_at FROM ledger_resolution s
          WHERE NOT EXISTS (SELECT 1 FROM ledger_paper p WHERE p.resolution_id = s.id)
        UNION ALL
        SELECT r.id, NULL, r.decided_at FROM ledger_run r
          WHERE r.status <> 'proposed' AND NOT EXISTS (SELECT 1 FROM ledger_paper p WHERE p.run_id = r.id)
        ORDER BY chained_at, run_id, resolution_id
      LOOP
        v_sequence := v_sequence + 1;
        v_previous := encode(sha256(convert_to((CASE WHEN v_paper.run_id IS NULL
          THEN (SELECT json_build_array(v_previous, s.id, s.body, s.number, s.decided_on, s.title, s.document_reference,
              s.registered_by, ${micros('s.registered_at')})
            FROM ledger_resolution s WHERE s.id = v_paper.resolution_id)
          ELSE (SELECT json_build_array(v_previous, r.id, r.kind, r.status, r.version, r.counts_on, r.reference,
              r.reason, r.resolution_id, r.request::text, r.plan::text, r.budget_versions::text, r.journal_id,
              r.reverses_id, r.proposed_by, ${micros('r.proposed_at')}, r.decided_by, ${micros('r.decided_at')},
              r.rejection_reason)
            FROM ledger_run r WHERE r.id = v_paper.run_id) END)::text, 'UTF8')), 'hex');
        INSERT INTO ledger_paper
          VALUES (v_sequence, v_paper.run_id, v_paper.resolution_id, decode(v_previous, 'hex'));
      END LOOP;
    END $$`);
}
