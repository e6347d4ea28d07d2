import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('regulation')
export class RegulationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Stable short name for programs, such as leefbaarheidsbudget-2019. */
  @Column('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('integer')
  year!: number;
}
