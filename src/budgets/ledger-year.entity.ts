import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year that is, or was, closed. A year without a row is open. */
@Entity('ledger_year')
export class LedgerYearEntity {
  @PrimaryColumn('integer')
  year!: number;

  @Column('boolean')
  closed!: boolean;
}
