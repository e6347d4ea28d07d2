import { formatEuros, sumCents, cents } from '../../src/kernel/money.ts';
import type { Budget, Items } from '../answers.ts';
import type { Story } from '../story.ts';

interface Regulation {
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly ceilingCents: number;
  readonly criteria: readonly { readonly code: string; readonly statement: string }[];
}

/** What everybody can read before applying, without logging in. */
export async function readTheRules(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.chapter('1. De regels, voor iedereen te lezen');
  story.day('2019-03-01', '20:00');
  const anybody = story.anybody();
  const { body: regulation } = await anybody.get<Regulation>('/regulations/leefbaarheidsbudget-2019');
  narrator.tell('Gijs leest thuis de regeling. Daarvoor hoeft hij niet in te loggen.');
  for (const { statement } of regulation.criteria) narrator.quote(statement);
  narrator.check('Aanvragen kan tot en met 31 mei 2019, voor hoogstens € 2.000 per kern.', regulation, {
    title: 'Leefbaarheidsbudget 2019',
    closesOn: '2019-05-31',
    ceilingCents: 200_000,
  });
  const { body: budgets } = await anybody.get<Items<Budget>>('/budgets?year=2019&limit=100');
  const allocated = sumCents(budgets.items.map((budget) => cents(budget.allocatedCents)));
  narrator.check(
    `Er zijn vijftien kernen met samen ${formatEuros(cents(3_000_000))}; nog niets is toegezegd.`,
    {
      kernen: budgets.items.length,
      allocated,
      untouched: budgets.items.every((budget) => budget.availableCents === 200_000),
    },
    { kernen: 15, allocated: 3_000_000, untouched: true },
  );
  const { items } = (await anybody.get<Items<{ name: string }>>('/kernen?limit=100')).body;
  narrator.tell(`De kernen: ${items.map(({ name }) => name).join(', ')}.`);
}
