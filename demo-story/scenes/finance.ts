import { cents, formatEuros, sumCents } from '../../src/kernel/money.ts';
import type { Budget, Items, LedgerEntry, SpendingLine } from '../answers.ts';
import { dutchDay } from '../narrator.ts';
import type { Story } from '../story.ts';

/** One entry of the ledger with the kern that it is of. */
export interface KernEntry extends LedgerEntry {
  readonly kernName: string;
}

const euros = (amountCents: number): string => formatEuros(cents(amountCents));

/** Every entry of every budget of the year. A budget of this story has fewer entries than fit one page. */
export async function ledgerOf2019(story: Story): Promise<KernEntry[]> {
  const farid = await story.as('farid');
  const { items } = (await farid.get<Items<Budget>>('/budgets?year=2019&limit=100')).body;
  const entries: KernEntry[] = [];
  for (const { id, kernName } of items) {
    const { body } = await farid.get<Items<LedgerEntry>>(`/budgets/${id}/entries?limit=100`);
    entries.push(...body.items.map((entry) => ({ kernName, ...entry })));
  }
  return entries;
}

async function faridSeesSpending(story: Story): Promise<void> {
  const { narrator } = story;
  const farid = await story.as('farid');
  const { lines } = (await farid.get<{ lines: readonly SpendingLine[] }>('/reports/spending?year=2019')).body;
  const used = lines.filter(({ committedCents }) => committedCents > 0);
  narrator.tell('Farid van financiën bekijkt de besteding per kern. Drie kernen hebben geld toegezegd:');
  narrator.table(
    [
      ['Kern', 'Plafond', 'Toegezegd', 'Over'],
      ...used.map(({ kernName, allocatedCents, committedCents, availableCents }) => [
        kernName,
        euros(allocatedCents),
        euros(committedCents),
        euros(availableCents),
      ]),
    ],
    [1, 2, 3],
  );
  narrator.check(
    'Ingen en Zoelen zijn op, Ravenswaaij houdt € 1.000 over.',
    used.map(({ kernCode, committedCents, availableCents }) => [kernCode, committedCents, availableCents]),
    [
      ['ingen', 200_000, 0],
      ['ravenswaaij', 100_000, 100_000],
      ['zoelen', 200_000, 0],
    ],
  );
  narrator.check(
    'In elke kern is toegezegd plus over precies het plafond, en nergens is meer toegezegd dan dat.',
    lines.filter(
      (line) => line.availableCents + line.committedCents !== 200_000 || line.allocatedCents !== 200_000,
    ),
    [],
  );
  narrator.check('Alle vijftien kernen staan erop.', lines.length, 15);
}

function checkLedger(story: Story, entries: readonly KernEntry[]): void {
  const { narrator } = story;
  const commits = entries.filter(({ movement }) => movement === 'commit');
  narrator.table(
    [
      ['Kern', 'Dag', 'Besluit', 'Bedrag', 'Over na boeking'],
      ...commits.map(({ kernName, countsOn, reference, amountCents, creditBalanceCents }) => [
        kernName,
        dutchDay(countsOn),
        reference,
        euros(amountCents),
        euros(creditBalanceCents),
      ]),
    ],
    [3, 4],
  );
  const granted = [85_000, 70_000, 45_000, 125_000, 75_000, 40_000, 60_000];
  narrator.check(
    'Zeven verleningen, zeven boekingen van “beschikbaar” naar “toegezegd”, elk met zijn besluit.',
    {
      amounts: commits.map(({ amountCents }) => amountCents).sort((a, b) => a - b),
      other: commits.filter(
        ({ debitAccount, creditAccount, grantId }) =>
          debitAccount !== 'committed' || creditAccount !== 'available' || grantId === null,
      ),
    },
    { amounts: [...granted].sort((a, b) => a - b), other: [] },
  );
  narrator.check(
    'Samen € 5.000: even veel als in de besluiten.',
    sumCents(commits.map(({ amountCents }) => cents(amountCents))),
    500_000,
  );
  narrator.check(
    'Elke kern begint met één boeking van € 2.000, en zijn boekingen nummeren door zonder gat.',
    {
      allocations: entries.filter(
        ({ movement, amountCents }) => movement === 'allocate' && amountCents === 200_000,
      ).length,
      gaps: entries.filter(({ entryNumber, movement }) => (entryNumber === 1) !== (movement === 'allocate'))
        .length,
      numbers: gaps(entries),
    },
    { allocations: 15, gaps: 0, numbers: [] },
  );
  narrator.check(
    'Wat beschikbaar is, was na geen enkele boeking minder dan nul.',
    commits.filter(({ creditBalanceCents }) => creditBalanceCents < 0),
    [],
  );
}

/** Entries whose number does not follow on the one before. */
function gaps(entries: readonly KernEntry[]): string[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const expected = before?.kernName === entry.kernName ? before.entryNumber + 1 : 1;
    return entry.entryNumber === expected ? [] : [`${entry.kernName} ${entry.entryNumber}`];
  });
}

/** Finance follows every euro; the village council sees its own kern alone. */
export async function finance(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.chapter('10. Elke euro verantwoord');
  story.day('2019-07-04', '09:00');
  await faridSeesSpending(story);
  narrator.tell('In het grootboek staat elke toezegging:');
  checkLedger(story, await ledgerOf2019(story));
  const dieuwke = await story.as('dieuwke');
  const { lines } = (await dieuwke.get<{ lines: readonly SpendingLine[] }>('/reports/spending?year=2019'))
    .body;
  narrator.check(
    'Dieuwke van de dorpsraad ziet de besteding van Ingen, en alleen die.',
    lines.map(({ kernCode }) => kernCode),
    ['ingen'],
  );
}
