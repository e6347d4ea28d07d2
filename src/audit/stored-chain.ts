const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * Every column of an entry as text, in the order in which it is hashed. The database writes it, so that nothing that
 * it holds is lost on the way, such as microseconds. Of a table with one more column the hashes stay as they are; new
 * columns go into a next version of the format.
 */
export const contentOfEntry = `ARRAY[entry.id::text, ${moment('entry.recorded_at')}, entry.actor_subject,
  array_to_json(entry.actor_roles)::text, entry.on_behalf_of, entry.action, entry.outcome, entry.subject_kind,
  entry.subject_id::text, entry.case_id::text, entry.request_id, entry.trace_id,
  array_to_json(entry.changed_fields)::text, entry.detail::text]`;

export const sealedAtOfSeal = moment('seal.sealed_at');
