import { type Contradiction, repeated } from '../contradiction.ts';
import { joined, sentences } from '../dutch-text.ts';
import { type ApplicationFacts, type ComputedFinding, fact, found, type UsedFact } from '../finding.ts';
import {
  choice,
  code,
  type Data,
  list,
  optional,
  record,
  tag,
  text,
  variants,
} from '../schema/vocabulary.ts';

const spanning = optional(
  variants(
    'kind',
    'Of één plan voor meer kernen kan zijn, en hoe het bedrag dan wordt verdeeld.',
    record({ kind: tag('not-allowed', 'Een plan is voor één kern.') }),
    record({
      kind: tag('divided', 'Een plan kan voor meer kernen zijn; elke kern betaalt een deel.'),
      key: choice(
        ['equal', 'inhabitants', 'participants', 'stated'],
        'Naar gelijke delen, inwoners, deelnemers, of zoals de aanvrager opgeeft.',
      ),
    }),
  ),
);

/** Where the regulation holds. */
export const scopeSchema = variants(
  'kind',
  'Waar de regeling geldt.',
  record({ kind: tag('municipality', 'De hele gemeente.'), spanning }),
  record({
    kind: tag('kernen', 'Alleen bepaalde kernen.'),
    kernCodes: list(code('Code van een kern.'), 'De kernen.', { uniqueItems: true, maxItems: 500 }),
    spanning,
  }),
  record({
    kind: tag('area', 'Een straat, buurt of wijk.'),
    area: text('Het gebied, in woorden.'),
    kernCodes: list(code('Code van een kern.'), 'De kernen waarin het gebied ligt.', { uniqueItems: true }),
    spanning,
  }),
);

export type Scope = Data<typeof scopeSchema>;

const keyTexts = {
  equal: 'in gelijke delen',
  inhabitants: 'naar het aantal inwoners',
  participants: 'naar het aantal deelnemers',
  stated: 'zoals de aanvrager opgeeft',
} as const;

function spanningSentence({ spanning: rule }: Scope): string | undefined {
  if (rule === undefined) return undefined;
  return rule.kind === 'divided'
    ? `Een plan kan voor meer kernen zijn; het bedrag wordt dan over de kernen verdeeld ${keyTexts[rule.key]}.`
    : 'Een plan is voor één kern.';
}

export function scopeSentences(scope: Scope): string[] {
  switch (scope.kind) {
    case 'municipality':
      return sentences('De regeling geldt in de hele gemeente.', spanningSentence(scope));
    case 'kernen':
      return sentences(
        `De regeling geldt alleen voor de kernen met code ${joined(scope.kernCodes)}.`,
        spanningSentence(scope),
      );
    case 'area':
      return sentences(
        `De regeling geldt alleen voor dit gebied: ${scope.area} (kernen met code ${joined(scope.kernCodes)}).`,
        spanningSentence(scope),
      );
  }
}

export function scopeContradictions(scope: Scope): Contradiction[] {
  if (scope.kind === 'municipality') return [];
  return repeated(scope.kernCodes).map(({ value, index }) => ({
    pointer: `/kernCodes/${index}`,
    code: 'kern-repeated',
    detail: `De kern "${value}" staat er twee keer in.`,
    suggestion: 'Noem elke kern één keer.',
  }));
}

const criterion = {
  code: 'scope',
  statement: 'Het plan is voor een gebied waar de regeling geldt.',
  basis: 'het gebied van de regeling',
};

/** Whether every kern of the application falls under the regulation, and spanning is allowed. */
export function findInScope(scope: Scope, { kernCodes }: ApplicationFacts): ComputedFinding[] {
  const limited = scope.kind !== 'municipality';
  const isForSeveral = kernCodes !== undefined && kernCodes.length > 1;
  const isRefused = isForSeveral && scope.spanning?.kind !== 'divided';
  if (!limited && !isRefused && scope.spanning?.kind !== 'not-allowed') return [];
  // An application is received for a kern of the regulation only, so what is not told was seen to at the door.
  if (kernCodes === undefined) return scope.kind === 'area' ? [inArea(scope.area)] : [];
  const facts = [fact('kernen', joined(kernCodes))];
  if (isRefused) {
    return [found(criterion, 'not-met', 'Een plan kan hier maar voor één kern zijn.', facts)];
  }
  const outside = limited ? kernCodes.filter((kern) => !scope.kernCodes.includes(kern)) : [];
  if (outside.length > 0) {
    return [found(criterion, 'not-met', `De regeling geldt niet voor ${joined(outside)}.`, facts)];
  }
  return scope.kind === 'area'
    ? [inArea(scope.area, facts)]
    : [found(criterion, 'met', 'Het plan is voor een kern waar de regeling geldt.', facts)];
}

function inArea(area: string, facts: readonly UsedFact[] = []): ComputedFinding {
  const sentence = `Een medewerker beoordeelt of het plan in dit gebied is: ${area}.`;
  return found(criterion, 'needs-judgement', sentence, facts);
}

/** Whether somebody can apply for this kern at all. */
export function coversKern(scope: Scope, kernCode: string): boolean {
  return scope.kind === 'municipality' || scope.kernCodes.includes(kernCode);
}
