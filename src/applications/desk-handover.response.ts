import { IdField } from '../platform/http/fields/choice-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { fingerprintOf, type HandoverLine } from './domain/desk-handover.ts';

/** As many cases as one desk can have. */
export const mostOnDesk = 5_000;

export class HandoverLineResponse {
  @IdField({ description: 'De aanvraag.' })
  applicationId!: string;

  @TextField({ description: 'Zaaknummer.', maxLength: 14 })
  number!: string;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @TextField({
    description: 'Wie haar krijgt, zoals die persoon in tokens heet; null als niemand dat kan.',
    maxLength: 255,
    nullable: true,
  })
  receiverSubject!: string | null;

  @TextField({ description: 'Naam.', maxLength: 200, nullable: true })
  receiverName!: string | null;

  static of({ deskCase, receiver }: HandoverLine): HandoverLineResponse {
    const { id: applicationId, number, kernCode } = deskCase;
    const to = { receiverSubject: receiver?.subject ?? null, receiverName: receiver?.name ?? null };
    return Object.assign(new HandoverLineResponse(), { applicationId, number, kernCode, ...to });
  }
}

export class DeskHandoverResponse {
  @TextField({ description: 'Wiens bureau het is, zoals die persoon in tokens heet.', maxLength: 255 })
  fromSubject!: string;

  @TextField({
    description: 'Noem dit bij het overdragen; het verandert als er iets verandert.',
    maxLength: 64,
  })
  fingerprint!: string;

  @IntegerField({ description: 'Hoeveel zaken iemand krijgt.', minimum: 0 })
  handedOverCount!: number;

  @IntegerField({ description: 'Hoeveel zaken blijven liggen, omdat niemand ze kan krijgen.', minimum: 0 })
  leftCount!: number;

  @ListField(() => HandoverLineResponse, {
    description: 'De open zaken op volgorde van nummer, elk met wie haar krijgt.',
    maxItems: mostOnDesk,
  })
  lines!: readonly HandoverLineResponse[];

  static of(fromSubject: string, lines: readonly HandoverLine[]): DeskHandoverResponse {
    const left = lines.filter(({ receiver }) => receiver === null).length;
    return Object.assign(new DeskHandoverResponse(), {
      ...{ fromSubject, fingerprint: fingerprintOf(lines) },
      ...{ handedOverCount: lines.length - left, leftCount: left },
      lines: lines.map((line) => HandoverLineResponse.of(line)),
    });
  }
}
