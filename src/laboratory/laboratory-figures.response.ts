import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { IntegerField } from '../platform/http/fields/number-fields.ts';
import { ListField } from '../platform/http/fields/object-fields.ts';
import { CodeField, TextField } from '../platform/http/fields/text-field.ts';
import { type Step, type StepKind, stepKinds } from '../ways/domain/step-kinds.ts';
import { whoIsAsked } from './domain/difference.ts';
import type { AskedFigures, Figures, StepFigures } from './domain/figures.ts';
import type { WhoNames } from './who-names.ts';

export class TriedStepFiguresResponse {
  @CodeField({ description: 'Code van de stap.' })
  code!: string;

  @TextField({ description: 'Hoe de stap heet.', maxLength: 80 })
  title!: string;

  @EnumField({ description: 'Wat voor stap het is.', choices: stepKinds })
  kind!: StepKind;

  @TextField({ description: 'Wie de stap doet.', maxLength: 200 })
  who!: string;

  @IntegerField({ description: 'Bij hoeveel aanvragen de stap zou zijn gedaan.' })
  asked!: number;

  @IntegerField({ description: 'Bij hoeveel de stap zou zijn overgeslagen.' })
  skipped!: number;

  @IntegerField({ description: 'Bij hoeveel het onbekend is: de geschiedenis zegt het niet.' })
  unknown!: number;

  @IntegerField({ description: 'Bij hoeveel de behandeling niet langs deze stap zou zijn gekomen.' })
  passedBy!: number;

  @IntegerField({ description: 'Van hoeveel bekend is hoe lang zo’n stap duurde.' })
  known!: number;

  static of(step: Step, figures: StepFigures, who: WhoNames): TriedStepFiguresResponse {
    const { code, title, kind } = step;
    const fields = { code, title, kind, who: who(whoIsAsked(step)), ...figures };
    return Object.assign(new TriedStepFiguresResponse(), fields);
  }
}

export class AskedFiguresResponse {
  @TextField({ description: 'Wie er wordt gevraagd: een medewerker of een orgaan.', maxLength: 200 })
  who!: string;

  @IntegerField({ description: 'Hoe vaak die echt is gevraagd.' })
  before!: number;

  @IntegerField({ description: 'Hoe vaak die zou zijn gevraagd.' })
  after!: number;

  @IntegerField({ description: 'Hoe vaak dat onbekend is.' })
  unknown!: number;

  static of(who: string, figures: AskedFigures): AskedFiguresResponse {
    return Object.assign(new AskedFiguresResponse(), { who, ...figures });
  }
}

/** What one way of working would have meant in one kern. */
export class LaboratoryFiguresResponse {
  @IntegerField({ description: 'Welke van de werkwijzen (de eerste is 1).', minimum: 1, maximum: 4 })
  wayPlace!: number;

  @CodeField({ description: 'Code van de kern.' })
  kernCode!: string;

  @IntegerField({ description: 'Hoeveel aanvragen zijn gedaan.' })
  applications!: number;

  @IntegerField({ description: 'Bij hoeveel dezelfde mensen hetzelfde zou zijn gevraagd.' })
  same!: number;

  @IntegerField({ description: 'Bij hoeveel er een stap bij was gekomen of was weggevallen.' })
  different!: number;

  @IntegerField({ description: 'Bij hoeveel dat onbekend is.' })
  unknown!: number;

  @IntegerField({ description: 'Hoeveel dagen de stappen echt duurden, gemiddeld.', nullable: true })
  averageDaysBefore!: number | null;

  @IntegerField({ description: 'Hoeveel dagen zij gemiddeld minstens hadden geduurd.', nullable: true })
  averageLeastDays!: number | null;

  @IntegerField({
    description: 'Hoeveel dagen zij gemiddeld hoogstens hadden geduurd, als ieder op tijd was.',
    nullable: true,
  })
  averageMostDays!: number | null;

  @IntegerField({ description: 'De langste die het hoogstens had geduurd, in dagen.' })
  longestDays!: number;

  @IntegerField({ description: 'Bij hoeveel aanvragen de duur precies bekend is.' })
  daysKnown!: number;

  @ListField(() => TriedStepFiguresResponse, { description: 'De stappen, in volgorde.', maxItems: 30 })
  steps!: readonly TriedStepFiguresResponse[];

  @ListField(() => AskedFiguresResponse, {
    description: 'Wie er vaker of minder vaak wordt gevraagd.',
    maxItems: 1000,
  })
  asked!: readonly AskedFiguresResponse[];

  static of(
    place: { readonly wayPlace: number; readonly kernCode: string },
    steps: readonly Step[],
    figures: Figures,
    who: WhoNames,
  ): LaboratoryFiguresResponse {
    const { applications, verdicts, days, before, asked } = figures;
    return Object.assign(new LaboratoryFiguresResponse(), {
      ...place,
      ...{ applications, ...verdicts },
      averageDaysBefore: average(before.total, before.known),
      averageLeastDays: average(days.leastTotal, applications),
      averageMostDays: average(days.mostTotal, applications),
      ...{ longestDays: days.longest, daysKnown: days.known },
      steps: steps.flatMap((step, index) => {
        const ofStep = figures.steps[index];
        return ofStep === undefined ? [] : [TriedStepFiguresResponse.of(step, ofStep, who)];
      }),
      asked: Object.entries(asked)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, each]) => AskedFiguresResponse.of(who(key), each)),
    });
  }
}

/** In whole days; null of nothing. */
function average(total: number, count: number): number | null {
  return count === 0 ? null : Math.round(total / count);
}
