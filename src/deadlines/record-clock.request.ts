import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { CalendarDateField } from '../platform/http/fields/date-fields.ts';
import { TextField } from '../platform/http/fields/text-field.ts';
import { type NoPenaltyGround, noPenaltyGrounds } from './domain/default-checks.ts';
import { type RecordedGround, recordedGrounds } from './domain/record-checks.ts';

function ReasonField(): PropertyDecorator {
  return TextField({ description: 'Waarom; de aanvrager kan dit lezen.', minLength: 10, maxLength: 500 });
}

function AnnouncedField(): PropertyDecorator {
  return CalendarDateField({
    description:
      'De dag waarop de aanvrager dit al hoorde. Zonder dit maakt de dienst een brief klaar, en telt het vanaf de dag waarop u die verzendt.',
    optional: true,
  });
}

export class RecordExtensionRequest {
  @AnnouncedField()
  announcedOn?: CalendarDate;

  @ReasonField()
  reason!: string;
}

export class RecordDelayNoticeRequest {
  @AnnouncedField()
  announcedOn?: CalendarDate;

  @CalendarDateField({ description: 'De dag waarop de beslissing er uiterlijk is.' })
  expectedOn!: CalendarDate;

  @ReasonField()
  reason!: string;
}

export class RecordSuspensionRequest {
  @EnumField({
    description:
      'Waarom de termijn stilstaat: de aanvrager stemde schriftelijk in, de vraag ligt bij de aanvrager, of overmacht.',
    choices: recordedGrounds,
  })
  ground!: RecordedGround;

  @CalendarDateField({
    description: 'De laatste dag waarop de termijn nog liep, zoals de dag van de afspraak.',
  })
  startsAfter!: CalendarDate;

  @CalendarDateField({
    description: 'De dag waarop de termijn weer loopt; bij instemming verplicht, anders zodra het bekend is.',
    optional: true,
  })
  until?: CalendarDate;

  @ReasonField()
  reason!: string;
}

export class EndSuspensionRequest {
  @CalendarDateField({ description: 'De dag waarop de termijn weer loopt.' })
  until!: CalendarDate;
}

export class RecordDefaultNoticeRequest {
  @CalendarDateField({
    description:
      'De dag van ontvangst, zonder dit vandaag. Alleen een medewerker vult hier een eerdere dag in.',
    optional: true,
  })
  receivedOn?: CalendarDate;
}

export class DecidePenaltyRequest {
  @CalendarDateField({ description: 'De dag van het besluit over de dwangsom.' })
  decidedOn!: CalendarDate;

  @TextField({ description: 'Nummer van het collegebesluit.', maxLength: 80 })
  resolutionNumber!: string;

  @EnumField({
    description:
      'Waarom er geen dwangsom is (Awb 4:17, zesde lid); zonder dit is het bedrag wat de dienst berekent.',
    choices: noPenaltyGrounds,
    optional: true,
  })
  ground?: NoPenaltyGround;

  @ReasonField()
  reason!: string;
}

export class PromiseDateRequest {
  @CalendarDateField({ description: 'De dag waarop het antwoord er is, zoals beloofd.' })
  promisedOn!: CalendarDate;

  @ReasonField()
  reason!: string;
}
