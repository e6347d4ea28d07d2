import type pg from 'pg';

/** Removes all applications and what refers to them; kernen, regulations and budgets stay. As owner of the tables. */
export async function removeApplications(client: pg.Client): Promise<void> {
  await client.query(`
    TRUNCATE application, letter, college_list, idempotency_record, audit_entry, audit_seal, audit_unsealed,
      case_key, case_secret CASCADE`);
}
