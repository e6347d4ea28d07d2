/** The tables of this room in which a reason stands, sealed with the key of the case. */
export type TableWithReason = 'delay_notice' | 'term_suspension' | 'penalty_decision' | 'promised_date';

/** The place that binds a sealed reason to its row. */
export function reasonPlace(table: TableWithReason, id: string): string {
  return `${table}.reason:${id}`;
}
