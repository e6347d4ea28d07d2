import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** That an application was sent on to the body that is competent to decide (Awb 2:3). Never changed. */
@Entity('forwarding')
export class ForwardingEntity {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('date', { name: 'forwarded_on' })
  forwardedOn!: CalendarDate;

  /** Tells the sender. */
  @Column('uuid', { name: 'letter_id' })
  letterId!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  /** The fields below, as JSON under the key of the case. */
  @Column('bytea', { name: 'texts_sealed' })
  textsSealed!: Buffer;

  bodyName!: string;
  bodyAddressLines!: readonly string[];
  reason!: string;
  recordedByName!: string;
}
