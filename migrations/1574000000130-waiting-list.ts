import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

const actions = ['grant', 'refuse', 'leave-untreated', 'settle', 'recover', 'decide-objection'];

/** Lets mandates be given for these kinds of decisions. */
async function mandatedActions(queryRunner: QueryRunner, names: readonly string[]): Promise<void> {
  const known = names.map((name) => `'${name}'`).join(', ');
  await queryRunner.query(`
    ALTER TABLE mandate DROP CONSTRAINT mandate_action_known,
      ADD CONSTRAINT mandate_action_known CHECK (action IN (${known}))`);
}

async function earlierRequests(queryRunner: QueryRunner, grantedCents: string): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE VIEW earlier_request AS
    SELECT application.id AS application_id, application.number, application.received_on,
      regulation.title AS regulation_title, ${grantedCents} AS granted_cents
    FROM application
    JOIN regulation_version AS version ON version.id = application.regulation_version_id
    JOIN regulation ON regulation.id = version.regulation_id
    LEFT JOIN decision ON decision.application_id = application.id
    WHERE application.number IS NOT NULL AND application.destroyed_at IS NULL
      AND application.status <> 'withdrawn'`);
}

/**
 * Who got too little keeps the place that the decision left, for as long as the regulation says; decisions that are
 * changed stay, with each change after them.
 */
export class WaitingList1574000000130 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE decision ADD COLUMN waiting jsonb, ADD COLUMN waiting_until date,
        ADD CONSTRAINT decision_waiting_whole CHECK ((waiting IS NULL) = (waiting_until IS NULL))`);
    await queryRunner.query(
      'CREATE INDEX decision_waiting ON decision (budget_id, waiting_until) WHERE waiting IS NOT NULL',
    );
    await queryRunner.query(`
      ALTER TABLE college_list ADD COLUMN subject text NOT NULL DEFAULT 'applications'
        CONSTRAINT college_list_subject_known CHECK (subject IN ('applications', 'waiting-list'))`);
    await queryRunner.query(`
      CREATE TABLE changed_decision (
        id uuid CONSTRAINT changed_decision_pkey PRIMARY KEY,
        decision_id uuid NOT NULL CONSTRAINT changed_decision_of REFERENCES decision (id),
        sequence integer NOT NULL,
        application_id uuid NOT NULL CONSTRAINT changed_decision_application REFERENCES application (id),
        kind text NOT NULL CONSTRAINT changed_decision_kind_known
          CHECK (kind IN ('in-favour', 'lowered', 'withdrawn', 'fixed')),
        earlier_cents bigint NOT NULL,
        granted_cents bigint NOT NULL,
        list_id uuid CONSTRAINT changed_decision_list REFERENCES college_list (id),
        mandate_id uuid CONSTRAINT changed_decision_mandate REFERENCES mandate (id),
        resolution_number text NOT NULL,
        decided_on date NOT NULL,
        reasons_sealed bytea NOT NULL,
        computation jsonb NOT NULL,
        snapshot jsonb NOT NULL,
        letter_id uuid NOT NULL CONSTRAINT changed_decision_letter REFERENCES letter (id),
        registered_by text NOT NULL,
        registered_at timestamptz NOT NULL,
        CONSTRAINT changed_decision_in_turn UNIQUE (decision_id, sequence),
        CONSTRAINT changed_decision_one_basis CHECK (list_id IS NULL OR mandate_id IS NULL),
        CONSTRAINT changed_decision_amount CHECK (granted_cents >= 0 AND earlier_cents >= 0 AND
          CASE kind WHEN 'in-favour' THEN granted_cents > earlier_cents
            WHEN 'withdrawn' THEN granted_cents = 0 AND earlier_cents > 0
            WHEN 'lowered' THEN granted_cents > 0 AND granted_cents < earlier_cents
            ELSE granted_cents <= earlier_cents END)
      )`);
    await queryRunner.query('CREATE INDEX changed_decision_about ON changed_decision (application_id)');
    await mandatedActions(queryRunner, [...actions, 'change-grant']);
    await grantToService(queryRunner, ['SELECT', 'INSERT'], ['changed_decision']);
    // Who was refused and gets money later, has a first commitment too.
    await queryRunner.query(`
      CREATE OR REPLACE VIEW granted_decision AS
      SELECT id AS decision_id, budget_id, granted_cents FROM decision WHERE granted_cents > 0
      UNION ALL
      (SELECT DISTINCT ON (change.decision_id) change.decision_id, decision.budget_id, change.granted_cents
        FROM changed_decision change JOIN decision ON decision.id = change.decision_id
        WHERE decision.granted_cents = 0 ORDER BY change.decision_id, change.sequence)`);
    // What somebody got earlier is what the last change left.
    await earlierRequests(
      queryRunner,
      `coalesce((SELECT change.granted_cents FROM changed_decision change
        WHERE change.decision_id = decision.id ORDER BY change.sequence DESC LIMIT 1), decision.granted_cents, 0)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE VIEW granted_decision AS
      SELECT id AS decision_id, budget_id, granted_cents FROM decision WHERE granted_cents > 0`);
    await earlierRequests(queryRunner, 'coalesce(decision.granted_cents, 0)');
    await queryRunner.query("DELETE FROM mandate WHERE action = 'change-grant'");
    await mandatedActions(queryRunner, actions);
    await queryRunner.query('DROP TABLE changed_decision');
    await queryRunner.query('ALTER TABLE college_list DROP COLUMN subject');
    await queryRunner.query('ALTER TABLE decision DROP COLUMN waiting, DROP COLUMN waiting_until');
  }
}
