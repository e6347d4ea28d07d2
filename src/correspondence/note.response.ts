import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../platform/http/fields/date-fields.ts';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import type { CaseNoteEntity } from './case-note.entity.ts';
import { type Direction, directions, dutchNoteKinds, type NoteKind, noteKinds } from './domain/note.ts';

export class NoteResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @EnumField({ description: 'Soort.', choices: noteKinds })
  kind!: NoteKind;

  @TextField({ description: 'Soort in het Nederlands.', maxLength: 40 })
  kindName!: string;

  @EnumField({ description: 'Binnengekomen, uitgegaan, of over en weer.', choices: directions })
  direction!: Direction;

  @CalendarDateField({ description: 'Dag waarop het was.' })
  heldOn!: CalendarDate;

  @TextField({ description: 'Met wie.', maxLength: 200 })
  withWhom!: string;

  @TextField({ description: 'Wat er is gezegd of geschreven.', maxLength: 4000, multiline: true })
  content!: string;

  @FlagField({ description: 'Of de notitie meekomt in het dossier. Dat is altijd zo.' })
  isDisclosable!: boolean;

  @IdField({ description: 'De notitie die deze verbetert.', nullable: true })
  correctsId!: string | null;

  @TextField({ description: 'Wie dit vastlegde.', maxLength: 200 })
  recordedByName!: string;

  @InstantField({ description: 'Moment van vastleggen.' })
  recordedAt!: Date;

  static of(note: CaseNoteEntity): NoteResponse {
    const { id, kind, direction, heldOn, withWhom, content, correctsId, recordedByName, recordedAt } = note;
    return Object.assign(new NoteResponse(), {
      ...{ id, kind, kindName: dutchNoteKinds[kind], direction, heldOn, withWhom, content },
      ...{ isDisclosable: true, correctsId, recordedByName, recordedAt },
    });
  }
}
