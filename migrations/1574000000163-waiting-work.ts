import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToService } from '../src/platform/database/grants.ts';

/**
 * What waits for somebody at the town hall, kept where a list finds it in order: last days to act on, steps of the
 * kern's way and supplements to look at. It follows from what else is stored; `npm run deadlines:verify -- --repair`
 * computes it anew. Letters that lie ready are found by their own index.
 */
export class WaitingWork1574000000163 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE waiting_work (
        application_id uuid NOT NULL CONSTRAINT waiting_work_application REFERENCES application (id),
        source text NOT NULL CONSTRAINT waiting_work_source_known
          CHECK (source IN ('deadline', 'step', 'supplement')),
        kind text NOT NULL,
        kern_id uuid NOT NULL CONSTRAINT waiting_work_kern REFERENCES kern (id),
        assignee_subject text,
        waits_for text NOT NULL CONSTRAINT waiting_work_waits_for_known CHECK (waits_for IN
          ('handler', 'assignee', 'kernregisseur', 'assessor', 'registrar', 'finance')),
        rank smallint NOT NULL,
        acts_on date NOT NULL,
        visible_on date NOT NULL,
        hidden_after date,
        CONSTRAINT waiting_work_pkey PRIMARY KEY (application_id, source, kind, visible_on),
        CONSTRAINT waiting_work_assignee CHECK ((waits_for <> 'assignee' OR assignee_subject IS NOT NULL)
          AND (waits_for <> 'handler' OR assignee_subject IS NULL))
      )`);
    await queryRunner.query(
      'CREATE INDEX waiting_work_kern ON waiting_work (waits_for, kern_id, rank, acts_on, application_id, kind)',
    );
    await queryRunner.query(`
      CREATE INDEX waiting_work_desk ON waiting_work (assignee_subject, rank, acts_on, application_id, kind)
      WHERE assignee_subject IS NOT NULL`);
    await queryRunner.query(
      'CREATE INDEX letter_ready ON letter (id) WHERE sent_on IS NULL AND voided_at IS NULL',
    );
    await queryRunner.query('CREATE INDEX recusal_subject ON recusal (subject) WHERE ended_at IS NULL');
    await grantToService(queryRunner, ['SELECT', 'INSERT', 'UPDATE', 'DELETE'], ['waiting_work']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX recusal_subject');
    await queryRunner.query('DROP INDEX letter_ready');
    await queryRunner.query('DROP TABLE waiting_work');
  }
}
