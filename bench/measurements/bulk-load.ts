import type pg from 'pg';
import { sealedApplications } from './sealed-applications.ts';
import { throwAwayKeyRings } from '../service/throw-away-keys.ts';
import { removeApplications } from '../service/without-applications.ts';

// Most applications are done with; the rest is work at hand, in each stand but `incomplete`: asking for that finds
// nothing, which is the hardest question to a list that is read in order. By n / 15, as n alone picks the kern.
const statuses = `(ARRAY['announced','announced','announced','announced','announced','announced','decided',
  'complete','complete','received'])[1 + n / 15 % 10]`;

/** Spread over kernen, residents and the days on which the window is open. */
const applications = `
  WITH kernen AS (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS size FROM kern),
    version AS (SELECT id FROM regulation_version LIMIT 1)
  INSERT INTO application (id, number, regulation_version_id, kern_id, status, version, channel, owner_subject,
    electronic_messages, personal_sealed, activity_starts_on, activity_ends_on, requested_cents, received_at,
    received_on, completed_on, created_at)
  SELECT sealed.id, 'LB-2019-' || lpad(n::text, 6, '0'), version.id, kernen.id, ${statuses}, 3, 'digital',
    'bewoner-' || n % 5000, true, sealed.personal, '2019-09-14', '2019-09-14', 1000 + n % 90000, day.at,
    day.at::date, CASE WHEN ${statuses} <> 'received' THEN day.at::date END, day.at
  FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS sealed (id, personal, place)
  CROSS JOIN LATERAL (SELECT $4::integer + place::integer - 1 AS n) AS number
  JOIN kernen ON kernen.place = n % kernen.size
  CROSS JOIN version
  CROSS JOIN LATERAL (SELECT timestamptz '2019-01-02 09:00Z' + n * interval '145 days' / $1::integer AS at) AS day
  ORDER BY n`;

// No list reads the timeline, so of what is sealed in it the length alone is true.
const unreadable = `decode(repeat('00', 90), 'hex')`;

const events = `
  INSERT INTO application_event (id, application_id, kind, recorded_at, counts_on, actor_subject, personal_sealed)
  SELECT uuidv7(), id, kind, received_at, received_on, owner_subject, ${unreadable}
  FROM application CROSS JOIN unnest(ARRAY['submit', 'find-complete', 'decide']) AS kind
  WHERE kind = 'submit' OR kind = 'find-complete' AND completed_on IS NOT NULL OR status IN ('decided', 'announced')`;

/** Accounts in which granted and unpaid applications leave nothing. */
const emptyAccounts = [
  'transferred',
  'held',
  'in_payment',
  'paid',
  'receivable',
  'lapsed',
  'written_off',
].map((account) => `${account}_cents`);

/** A granted application is an entry in the ledger of its kern, each with the balances after it. */
const commitments = `
  WITH granted AS (
    SELECT budget.id AS budget_id, application.id AS grant_id, application.number, requested_cents, received_on,
      row_number() OVER so_far AS place, sum(requested_cents) OVER so_far AS committed_cents,
      sum(requested_cents) OVER (PARTITION BY budget.id) AS total_cents
    FROM application JOIN budget ON budget.kern_id = application.kern_id
    WHERE application.status IN ('decided', 'announced')
    WINDOW so_far AS (PARTITION BY budget.id ORDER BY application.id)
  )
  INSERT INTO ledger_entry (id, journal_id, budget_id, version, movement, debit_account, credit_account, amount_cents,
    source_cents, available_cents, committed_cents, ${emptyAccounts.join(', ')},
    grant_id, reference, actor_subject, recorded_at, counts_on, hash)
  SELECT uuidv7(), uuidv7(), budget_id, place + 1, 'commit', 'committed', 'available', requested_cents,
    -total_cents, total_cents - committed_cents, committed_cents, ${emptyAccounts.map(() => '0').join(', ')},
    grant_id, number, 'bench', received_on, received_on, '\\x00'::bytea
  FROM granted
  UNION ALL
  SELECT uuidv7(), uuidv7(), budget_id, 1, 'allocate', 'available', 'source', max(total_cents),
    -max(total_cents), max(total_cents), 0, ${emptyAccounts.map(() => '0').join(', ')},
    NULL, 'bench', 'bench', '2019-01-01', '2019-01-01', '\\x00'::bytea
  FROM granted GROUP BY budget_id`;

const balances = `
  UPDATE budget SET version = entries.version, source_cents = -entries.total_cents, available_cents = 0,
    committed_cents = entries.total_cents
  FROM (SELECT budget_id, max(version) AS version, max(committed_cents) AS total_cents
    FROM ledger_entry GROUP BY budget_id) AS entries
  WHERE entries.budget_id = budget.id`;

/** What is due of each: a decision, or what follows from one that was sent; most of that is over by today. */
const dueDates = `
  INSERT INTO due_date (application_id, kind, kern_id, due_on, chased, changed_at)
  SELECT id, due.kind, kern_id, received_on + due.days, due.kind = 'decision', received_at
  FROM application JOIN (VALUES ('decision', 56, false), ('objection', 100, true), ('payment', 100, true),
    ('recovery', 1900, true)) AS due (kind, days, is_sent) ON due.is_sent = (status = 'announced')`;

const counter = `
  INSERT INTO case_number_counter (year, last_sequence) VALUES (2019, $1)
  ON CONFLICT (year) DO UPDATE SET last_sequence = excluded.last_sequence`;

/**
 * Replaces all applications by so many others, each sealed with a key of its own, and nothing else about them.
 * @param keyRings under whose first keys they are
 */
export async function loadApplications(
  client: pg.Client,
  applicationCount: number,
  keyRings = throwAwayKeyRings,
): Promise<void> {
  await removeApplications(client);
  await sealedApplications(client, applicationCount, keyRings, (first, ids, personal) =>
    client.query(applications, [applicationCount, ids, personal, first]),
  );
  await client.query(counter, [applicationCount]);
  await client.query('VACUUM (ANALYZE) application, case_key, case_secret');
}

/**
 * Replaces all applications by so many others, with their timeline and their entries in the ledger. Letters are
 * left out: neither the work list nor the report reads them.
 * @param client connected as the owner of the tables
 */
export async function bulkLoad(client: pg.Client, applicationCount: number): Promise<void> {
  await client.query('TRUNCATE ledger_entry, grant_position CASCADE');
  await loadApplications(client, applicationCount);
  await client.query(events);
  await client.query(commitments);
  await client.query(balances);
  await client.query(dueDates);
  // What autovacuum does within minutes, without the chance that it runs during a measurement.
  await client.query('VACUUM (ANALYZE) application_event, ledger_entry, budget, due_date');
}
