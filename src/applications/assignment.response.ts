import { IdField } from '../platform/http/fields/choice-fields.ts';
import { InstantField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { VersionField } from '../platform/http/fields/version-field.ts';
import type { AssignmentEntity } from './assignment.entity.ts';

export class AssignmentResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @TextField({ description: 'Wie de aanvraag behandelt, zoals die persoon in tokens heet.', maxLength: 255 })
  assigneeSubject!: string;

  @TextField({ description: 'Naam.', maxLength: 200 })
  assigneeName!: string;

  @TextField({ description: 'Wie dit vastlegde, zoals die persoon in tokens heet.', maxLength: 255 })
  assignedBy!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  assignedAt!: Date;

  @TextField({ description: 'Waarom; null als dat niet is gezegd.', maxLength: 300, nullable: true })
  reason!: string | null;

  static of({
    id,
    assigneeSubject,
    assigneeName,
    assignedBy,
    assignedAt,
    reason,
  }: AssignmentEntity): AssignmentResponse {
    const fields = { id, assigneeSubject, assigneeName, assignedBy, assignedAt, reason };
    return Object.assign(new AssignmentResponse(), fields);
  }
}

/** The assignment that was just recorded, with the version that the application has by it. */
export class NewAssignmentResponse extends AssignmentResponse {
  @VersionField()
  version!: number;
}
