import type { Items, OpenCommitment } from '../answers.ts';
import type { Story } from '../story.ts';
import { confirm, euros, propose, spendingOf2019 } from './levelling.ts';

const regulationCode = 'leefbaarheidsbudget-2019';

async function openCommitments(story: Story): Promise<void> {
  const { narrator } = story;
  const farid = await story.as('farid');
  const { items } = (await farid.get<Items<OpenCommitment>>('/open-commitments?year=2019')).body;
  narrator.tell(
    'Het jaar is om. Wat is toegezegd en nog niet betaald, gaat als lijst mee het nieuwe jaar in:',
  );
  narrator.table(
    [
      ['Kern', 'Besluit', 'Toegezegd'],
      ...items.map(({ kernCode, reference, committedCents }) => [kernCode, reference, euros(committedCents)]),
    ],
    [2],
  );
  narrator.check(
    'Zeven toezeggingen, samen € 5.000.',
    [items.length, items.reduce((sum, { committedCents }) => sum + committedCents, 0)],
    [7, 500_000],
  );
}

const closing = { kind: 'close-year', year: 2019, countsOn: '2020-01-15', reason: 'jaarrekening 2019' };

async function lapseAndClose(story: Story): Promise<void> {
  const { narrator } = story;
  const farid = await story.as('farid');
  const tooEarly = await farid.refused('POST', '/ledger-runs', { body: closing });
  narrator.check('Zolang er geld over is, kan het jaar niet dicht.', tooEarly, {
    status: 409,
    code: 'money-left',
  });
  const lapse = { kind: 'lapse', regulationCode, countsOn: '2019-12-31', reason: 'einde van het jaar' };
  const lapsed = await confirm(story, await propose(story, lapse));
  narrator.tell(
    `Wat over is, valt vrij: ${euros(lapsed.totalCents)}. Daarna sluit Marijke het jaar dat Farid voordraagt.`,
  );
  await confirm(story, await propose(story, closing));
  const lines = await spendingOf2019(story);
  narrator.check(
    'Nergens is nog iets beschikbaar, en samen is er € 5.000 toegezegd en € 25.000 vrijgevallen.',
    {
      available: lines.reduce((sum, { availableCents }) => sum + availableCents, 0),
      committed: lines.reduce((sum, { committedCents }) => sum + committedCents, 0),
      lapsed: lines.reduce((sum, { lapsedCents }) => sum + lapsedCents, 0),
    },
    { available: 0, committed: 500_000, lapsed: 2_500_000 },
  );
  const hold = {
    ...{ kind: 'hold', regulationCode, reference: 'bezwaar', reason: 'bezwaar uit Asch' },
    lines: [{ kernCode: 'asch', amountCents: 100 }],
  };
  const late = [
    await farid.refused('POST', '/ledger-runs', { body: { ...hold, countsOn: '2019-12-31' } }),
    await farid.refused('POST', '/ledger-runs', { body: { ...hold, countsOn: '2020-01-16' } }),
  ];
  narrator.check(
    'In een gesloten jaar telt niets meer, en van het geld ervan wordt niets meer toegezegd of gereserveerd.',
    late,
    [
      { status: 409, code: 'counts-in-closed-year' },
      { status: 409, code: 'budget-closed' },
    ],
  );
}

async function reopen(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2020-02-03', '09:00');
  narrator.tell('In februari blijkt dat Asch een rekening vergat. Farid wil het jaar heropenen.');
  const run = await propose(story, {
    ...{ kind: 'reopen-year', year: 2019, countsOn: '2020-02-03', reason: 'vergeten rekening uit Asch' },
  });
  const farid = await story.as('farid');
  const own = await farid.refused('POST', `/ledger-runs/${run.id}/confirmation`, { version: run.version });
  narrator.check('Alleen kan hij dat niet.', own, { status: 403, code: 'same-person' });
  await confirm(story, run);
  const years = async () =>
    (await farid.get<Items<{ year: number; closed: boolean }>>('/ledger-years')).body.items;
  narrator.check('Marijke is het ermee eens: 2019 is weer open.', await years(), [
    { year: 2019, closed: false },
  ]);
  await confirm(story, await propose(story, { ...closing, countsOn: '2020-02-03' }));
  narrator.check('En na de rekening weer dicht.', await years(), [{ year: 2019, closed: true }]);
  const aagje = await story.as('aagje');
  const { body } = await aagje.get<{ sound: boolean; entryCount: number }>('/ledger-check');
  narrator.check(
    `Aagje, de controleur, kijkt alles na: ${body.entryCount} boekingen, alles klopt.`,
    body.sound,
    true,
  );
}

/** What is still to be paid, what lapses, and a year that is closed, opened and closed again. */
export async function yearEnd(story: Story): Promise<void> {
  story.narrator.chapter('12. Het jaar gaat dicht');
  story.day('2020-01-15', '09:00');
  await openCommitments(story);
  await lapseAndClose(story);
  await reopen(story);
}
