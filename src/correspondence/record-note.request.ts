import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type Direction, directions, type NoteKind, noteKinds } from './domain/note.ts';

export class RecordNoteRequest {
  @EnumField({
    description: 'Telefoongesprek, bezoek, gesprek, brief of e-mail.',
    choices: noteKinds,
  })
  kind!: NoteKind;

  @EnumField({
    description: 'Kwam het binnen (received), ging het van ons uit (sent), of was het over en weer (mutual).',
    choices: directions,
  })
  direction!: Direction;

  @CalendarDateField({ description: 'Dag waarop het was; zonder dit vandaag.', optional: true })
  heldOn?: CalendarDate;

  @TextField({ description: 'Met wie.', maxLength: 200 })
  withWhom!: string;

  @TextField({
    description:
      'Wat er is gezegd of geschreven. De notitie is intern, en hoort bij het dossier: wie het dossier mag inzien, leest haar.',
    maxLength: 4000,
    multiline: true,
  })
  content!: string;

  @IdField({ description: 'De eerdere notitie die deze verbetert.', optional: true })
  correctsId?: string;
}
