import { cents, formatEuros } from '../../src/kernel/money.ts';
import type { LedgerRun, SpendingLine } from '../answers.ts';
import type { Story } from '../story.ts';

const regulationCode = 'leefbaarheidsbudget-2019';

export const euros = (amountCents: number): string => formatEuros(cents(amountCents));

export async function spendingOf2019(story: Story): Promise<readonly SpendingLine[]> {
  const farid = await story.as('farid');
  return (await farid.get<{ lines: readonly SpendingLine[] }>('/reports/spending?year=2019')).body.lines;
}

/** Farid proposes; nothing is booked yet. */
export async function propose(story: Story, body: object): Promise<LedgerRun> {
  const farid = await story.as('farid');
  return (await farid.post<LedgerRun>('/ledger-runs', { body })).body;
}

/** Marijke confirms, and then it is booked. */
export async function confirm(story: Story, { id, version }: LedgerRun): Promise<LedgerRun> {
  const marijke = await story.as('marijke');
  return (await marijke.post<LedgerRun>(`/ledger-runs/${id}/confirmation`, { version })).body;
}

const levelling = {
  ...{ kind: 'redistribution', rule: 'by-shortage', regulationCode },
  reason: 'In Ingen en Zoelen paste niet elk goed plan.',
  lines: [
    { kernCode: 'ingen', shortageCents: 70_000 },
    { kernCode: 'zoelen', shortageCents: 50_000 },
    { kernCode: 'asch' },
    { kernCode: 'erichem' },
    { kernCode: 'ravenswaaij' },
  ],
};

async function forbidden(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-09-16', '09:00');
  narrator.tell(
    'Ingen en Zoelen kwamen geld tekort, andere kernen houden over. Farid wil herverdelen. Dat mag niet zomaar:',
  );
  const farid = await story.as('farid');
  const body = { ...levelling, countsOn: '2019-09-16' };
  const problem = await farid.refused('POST', '/ledger-runs', { body });
  narrator.quote(problem.detail);
  narrator.check('De regeling beslist, niet financiën.', problem, {
    status: 409,
    code: 'transfer-forbidden',
  });
}

async function newVersion(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.tell(
    'Het college past de regeling aan: vanaf 1 oktober mag wat over is naar kernen die tekortkomen. Bas schrijft de nieuwe versie, Roos maakt haar bekend.',
  );
  const bas = await story.as('bas');
  const versions = `/regulations/${regulationCode}/versions`;
  const [newest] = (await bas.get<{ items: readonly { id: string }[] }>(versions)).body.items;
  const current = (await bas.get<{ document: object }>(`${versions}/${newest?.id}`)).body;
  const remainder = {
    ...{ kind: 'redistribute', from: '2019-10-01', by: 'college' },
    condition: 'in een kern een goed plan niet paste',
  };
  const draft = await bas.post<{ id: string; version: number; faults: readonly object[] }>(
    '/regulation-drafts',
    { body: { code: regulationCode, document: { ...current.document, remainder } } },
  );
  narrator.check('De nieuwe versie spreekt zichzelf en de wet niet tegen.', draft.body.faults, []);
  const roos = await story.as('roos');
  await roos.post(`/regulation-drafts/${draft.body.id}/publication`, {
    version: draft.body.version,
    body: { publishedOn: '2019-09-16', reference: 'gmb-2019-voorbeeld', inForceFrom: '2019-10-01' },
  });
}

async function level(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-10-01', '09:00');
  const before = await spendingOf2019(story);
  const run = await propose(story, { ...levelling, countsOn: '2019-10-01' });
  narrator.tell('Op 1 oktober maakt Farid een voorstel. Het toont vooraf wat elke kern geeft of krijgt:');
  narrator.table(
    [
      ['Kern', 'Geeft', 'Krijgt'],
      ...run.steps.map(({ kernCode, movement, amountCents }) => [
        kernCode,
        movement === 'transfer-out' ? euros(amountCents) : '',
        movement === 'transfer-in' ? euros(amountCents) : '',
      ]),
    ],
    [1, 2],
  );
  narrator.check(
    'Ingen krijgt € 700 en Zoelen € 500; de anderen geven naar wat zij over hebben.',
    run.steps.map(({ kernCode, movement, amountCents }) => [kernCode, movement, amountCents]),
    [
      ['asch', 'transfer-out', 48_000],
      ['erichem', 'transfer-out', 48_000],
      ['ravenswaaij', 'transfer-out', 24_000],
      ['ingen', 'transfer-in', 70_000],
      ['zoelen', 'transfer-in', 50_000],
    ],
  );
  narrator.check('Er is nog niets geboekt.', await spendingOf2019(story), before);
  const farid = await story.as('farid');
  const own = await farid.refused('POST', `/ledger-runs/${run.id}/confirmation`, { version: run.version });
  narrator.check('Farid bevestigt zijn eigen voorstel niet.', own, { status: 403, code: 'same-person' });
  await confirm(story, run);
  const after = await spendingOf2019(story);
  const of = (kernCode: string) => after.find((line) => line.kernCode === kernCode);
  narrator.check(
    'Marijke wel. Nu heeft Ingen weer € 700 en Zoelen € 500.',
    [of('ingen')?.availableCents, of('zoelen')?.availableCents],
    [70_000, 50_000],
  );
  const total = (lines: readonly SpendingLine[]) =>
    lines.reduce((sum, { availableCents }) => sum + availableCents, 0);
  narrator.check('Samen is er geen cent meer of minder.', total(after), total(before));
}

/** What kernen have left goes to those that were short, once the regulation allows it. */
export async function levellingKernen(story: Story): Promise<void> {
  story.narrator.chapter('11. Herverdelen tussen kernen');
  await forbidden(story);
  await newVersion(story);
  await level(story);
}
