import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { CompletionRequest, RequestedItem } from './domain/completion-request.ts';

@Entity('completion_request')
export class CompletionRequestEntity implements CompletionRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'letter_id' })
  letterId!: string;

  /** `items`, as JSON under the key of the case. */
  @Column('bytea', { name: 'items_sealed' })
  itemsSealed!: Buffer;

  @Column('date', { name: 'asked_on', nullable: true })
  askedOn!: CalendarDate | null;

  @Column('date', { name: 'last_day', nullable: true })
  lastDay!: CalendarDate | null;

  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn!: CalendarDate | null;

  items!: readonly RequestedItem[];
}
