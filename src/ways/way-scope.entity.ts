import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { WayScope } from './domain/way-version.ts';

/** From which day a version holds for a kern and a regulation: until a later row takes over. */
@Entity('way_scope')
export class WayScopeEntity implements WayScope {
  @PrimaryColumn('uuid', { name: 'kern_id' })
  kernId!: string;

  @PrimaryColumn('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @PrimaryColumn('date', { name: 'active_from' })
  activeFrom!: CalendarDate;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;
}
