import type { Cents } from '../kernel/money.ts';
import { EnumField, IdField } from '../platform/http/fields/choice-fields.ts';
import { CentsField, IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { stepKinds } from '../ways/domain/step-kinds.ts';
import { percentageOf, publicMeasure, type StepMeasure, type WayMeasure } from './domain/way-measures.ts';

class MeasuredStepResponse {
  @CodeField({ description: 'Code van de stap.' })
  code!: string;

  @TextField({ description: 'Hoe de stap heet.', maxLength: 80 })
  title!: string;

  @EnumField({ description: 'Wat voor stap het is.', choices: stepKinds })
  kind!: string;

  @IntegerField({
    description: 'Welk deel op tijd is gedaan, in procenten; wat verliep telt als te laat.',
    maximum: 100,
    nullable: true,
  })
  inTimePercentage!: number | null;

  @IntegerField({ description: 'Hoeveel dagen de stap gemiddeld duurde.', nullable: true })
  averageDays!: number | null;

  @IntegerField({
    description: 'Hoeveel mensen stemden of kwamen, bij alle aanvragen samen.',
    nullable: true,
  })
  people!: number | null;
}

class MeasuredWayResponse {
  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @TextField({ description: 'Naam van de kern.', maxLength: 80 })
  kernName!: string;

  @CodeField({ description: 'Code van de regeling.' })
  regulationCode!: string;

  @IdField({
    description: 'Versie van de werkwijze; null zonder eigen werkwijze van de kern.',
    nullable: true,
  })
  wayVersionId!: string | null;

  @TextField({ description: 'Hoe de werkwijze heet.', maxLength: 120, nullable: true })
  wayTitle!: string | null;

  @IntegerField({ description: 'Nummer van de versie.', minimum: 1, nullable: true })
  wayNumber!: number | null;

  @IntegerField({ description: 'Over hoeveel aanvragen is besloten.', nullable: true })
  applications!: number | null;

  @IntegerField({ description: 'Dagen van ontvangst tot besluit, gemiddeld.', nullable: true })
  averageDays!: number | null;

  @IntegerField({
    description:
      'Van hoeveel besluiten bekend is of zij op tijd waren. Een besluit dat nog niet is verzonden, telt niet mee; een besluit van voordat de dienst dit bewaarde ook niet.',
    nullable: true,
  })
  knownTerms!: number | null;

  @IntegerField({
    description:
      'Welk deel daarvan is verzonden binnen de beslistermijn van de regeling of de Awb (4:13), met verlenging en stilstand erin, in procenten.',
    maximum: 100,
    nullable: true,
  })
  decidedInTimePercentage!: number | null;

  @IntegerField({ description: 'Welk deel van wat is gevraagd, is toegekend, in procenten.', nullable: true })
  grantedPercentage!: number | null;
}

/** A step as everybody may see it. */
export class PublicStepMeasureResponse extends MeasuredStepResponse {}

export class PublicWayMeasureResponse extends MeasuredWayResponse {
  @ListField(() => PublicStepMeasureResponse, { description: 'De stappen die zijn gedaan.', maxItems: 30 })
  steps!: readonly PublicStepMeasureResponse[];

  static of(measure: WayMeasure): PublicWayMeasureResponse {
    const { steps, ...way } = publicMeasure(measure);
    return Object.assign(new PublicWayMeasureResponse(), way, {
      steps: steps.map((step) => Object.assign(new PublicStepMeasureResponse(), step)),
    });
  }
}

export class PublicWayMeasuresResponse {
  @ListField(() => PublicWayMeasureResponse, {
    description: 'Een regel per kern en werkwijze. Wat over minder dan vijf aanvragen gaat, is leeg.',
    maxItems: 10_000,
  })
  ways!: readonly PublicWayMeasureResponse[];
}

export class StepMeasureResponse extends MeasuredStepResponse {
  @IntegerField({ description: 'Hoe vaak de stap is gedaan.' })
  done!: number;

  @IntegerField({ description: 'Hoe vaak dat op tijd was.' })
  inTime!: number;

  @IntegerField({ description: 'Hoe vaak de termijn voorbij was zonder dat iemand iets deed.' })
  lapsed!: number;

  @IntegerField({ description: 'Middelste aantal dagen dat de stap duurde.', nullable: true })
  medianDays!: number | null;

  @IntegerField({ description: 'Hoeveel verschillende medewerkers en adviseurs de stap vastlegden.' })
  officials!: number;

  static of(step: StepMeasure): StepMeasureResponse {
    const inTimePercentage = percentageOf(step.inTime, step.done + step.lapsed);
    return Object.assign(new StepMeasureResponse(), step, { inTimePercentage });
  }
}

export class WayMeasureResponse extends MeasuredWayResponse {
  @IntegerField({ description: 'Hoeveel besluiten binnen de beslistermijn zijn verzonden.' })
  decidedInTime!: number;

  @IntegerField({ description: 'Bij hoeveel aanvragen geld is toegekend.' })
  granted!: number;

  @CentsField({ description: 'Wat samen is gevraagd, in centen.' })
  requestedCents!: Cents;

  @CentsField({ description: 'Wat samen is toegekend, in centen.' })
  grantedCents!: Cents;

  @ListField(() => StepMeasureResponse, {
    description: 'De stappen die zijn gedaan of verliepen.',
    maxItems: 30,
  })
  steps!: readonly StepMeasureResponse[];

  static of(measure: WayMeasure): WayMeasureResponse {
    const { grantedCents, requestedCents, decidedInTime, knownTerms } = measure;
    return Object.assign(new WayMeasureResponse(), measure, {
      grantedPercentage: percentageOf(grantedCents, requestedCents),
      decidedInTimePercentage: percentageOf(decidedInTime, knownTerms),
      steps: measure.steps.map((step) => StepMeasureResponse.of(step)),
    });
  }
}

export class WayMeasuresResponse {
  @ListField(() => WayMeasureResponse, { description: 'Een regel per kern en werkwijze.', maxItems: 10_000 })
  ways!: readonly WayMeasureResponse[];
}
