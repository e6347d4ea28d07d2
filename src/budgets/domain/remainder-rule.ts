import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { type Remainder, remainderSentences } from '../../regulations/domain/groups/remainder.ts';
import { type RedistributionRule, redistributionRules } from './runs/run.ts';
import { runProblem } from './runs/run.problems.ts';

type Rule<Kind extends Remainder['kind']> = Extract<Remainder, { kind: Kind }>;

const forbidden = {
  redistribute: 'Geld van de ene kern naar de andere laat zij niet toe.',
  'carry-over': 'Meenemen naar een volgend jaar laat zij niet toe.',
  save: 'Sparen laat zij niet toe.',
} as const;

/**
 * What the regulation says about money that is left, when it says what is asked for.
 * @throws DomainError `transfer-forbidden`, which quotes what it says instead
 */
export function requireRule<Kind extends keyof typeof forbidden>(
  remainder: Remainder,
  kind: Kind,
): Rule<Kind> {
  if (remainder.kind === kind) return remainder as Rule<Kind>;
  const says = remainderSentences(remainder).join(' ');
  throw runProblem('transfer-forbidden', `De regeling zegt: "${says}" ${forbidden[kind]}`);
}

/**
 * Money goes from kern to kern only under a regulation that redistributes, from its day, between the kernen it names.
 * @param kernCodes the kernen that are asked for
 * @throws DomainError `transfer-forbidden` or `redistribution-too-early`
 */
export function requireBetween(
  remainder: Remainder,
  countsOn: CalendarDate,
  kernCodes: readonly string[],
): Rule<'redistribute'> {
  const rule = requireRule(remainder, 'redistribute');
  if (countsOn < rule.from) {
    const detail = `De regeling laat herverdelen toe vanaf ${formatDutchDate(rule.from)}.`;
    throw runProblem('redistribution-too-early', detail);
  }
  const outside = kernCodes.filter((code) => rule.kernCodes?.includes(code) === false);
  if (outside.length > 0) {
    const between = rule.kernCodes?.join(', ') ?? '';
    const detail = `De regeling herverdeelt alleen tussen ${between}, en niet met ${outside.join(', ')}.`;
    throw runProblem('transfer-forbidden', detail);
  }
  return rule;
}

const ruleNames = {
  equal: 'in gelijke delen',
  'in-order': 'op volgorde van de dag waarop een aanvraag compleet is',
  'by-shortage': 'naar tekort',
} as const satisfies Record<RedistributionRule, string>;

/**
 * How a regulation divides what is left; where it leaves that to the college, as was asked.
 * @throws DomainError `run-parts` when nobody chose, `transfer-forbidden` when the regulation chose otherwise
 */
export function dividedBy(
  { by }: Rule<'redistribute'>,
  asked: RedistributionRule | null,
): RedistributionRule {
  const prescribed = by === 'college' ? null : by === 'equal-split' ? 'equal' : 'in-order';
  if (prescribed !== null && asked !== null && asked !== prescribed) {
    const detail = `De regeling herverdeelt ${ruleNames[prescribed]}, en niet ${ruleNames[asked]}.`;
    throw runProblem('transfer-forbidden', detail);
  }
  const rule = prescribed ?? asked;
  if (rule === null) {
    const detail = `De regeling laat het college kiezen. Kies uit ${redistributionRules.join(', ')}.`;
    throw runProblem('run-parts', 'Zeg hoe het college herverdeelt.', [
      { in: 'body', location: '/rule', code: 'required', detail },
    ]);
  }
  return rule;
}
