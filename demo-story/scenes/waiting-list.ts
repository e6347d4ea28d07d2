import type { Application, CollegeList, Decision, Items, Letter } from '../answers.ts';
import { send } from '../casework.ts';
import type { Case, Story } from '../story.ts';
import { fundCode, type Hopeful, type Hopefuls } from './too-little.ts';

async function sendReady(story: Story, { id }: Case, sentOn: string): Promise<Letter | undefined> {
  const roos = await story.as('roos');
  const { items } = (await roos.get<Items<Letter>>(`/applications/${id}/letters`)).body;
  const ready = items.find((letter) => letter.sentOn === null);
  return ready && (await send(story, 'roos', ready.id, sentOn, 'electronic'));
}

async function fennaGivesBack(story: Story, { fenna }: Hopefuls): Promise<void> {
  const { narrator } = story;
  story.day('2020-05-06', '11:00');
  narrator.tell('In mei schrijft Fenna dat haar plan niet doorgaat. Het college trekt de subsidie in.');
  const roos = await story.as('roos');
  const { version } = (await roos.get<Application>(`/applications/${fenna.id}`)).body;
  const change = await roos.post<{ letterId: string }>(`/applications/${fenna.id}/grant-changes`, {
    version,
    body: {
      ...{ kind: 'withdrawn', requestedOn: '2020-05-04', reason: 'U schreef ons dat uw plan niet doorgaat.' },
      resolution: { number: 'B&W 2020-19', resolutionDate: '2020-05-06' },
    },
  });
  narrator.check(
    'Er komt € 1.200 vrij in Ingen, met een besluit voor Fenna.',
    { change: change.body, letter: await sendReady(story, fenna, '2020-05-06') },
    {
      change: { kind: 'withdrawn', earlierCents: 120_000, grantedCents: 0 },
      letter: { kind: 'grant-change', sentOn: '2020-05-06' },
    },
  );
}

async function promote(
  story: Story,
  cases: Hopefuls,
  [first, other]: readonly [Hopeful, Hopeful],
): Promise<void> {
  const { narrator } = story;
  const mees = await story.as('mees');
  const body = { regulationCode: fundCode, subject: 'waiting-list' };
  const list = (await mees.post<CollegeList>('/college-lists', { body })).body;
  narrator.tell('Niemand krijgt vanzelf bericht. Mees vraagt wie er wacht, in de volgorde van toen:');
  for (const { explanation } of list.lines) narrator.quote(explanation);
  narrator.check('Wie het lot won, kan nu alles krijgen; de ander het deel dat nog ontbrak.', list.lines, [
    { applicationId: cases[first].id, kind: 'grant', earlierCents: 0, proposedCents: 90_000 },
    { applicationId: cases[other].id, kind: 'grant', earlierCents: 80_000, proposedCents: 90_000 },
  ]);
  story.day('2020-05-12', '14:00');
  const roos = await story.as('roos');
  await roos.post(`/college-lists/${list.id}/resolution`, {
    version: list.version,
    body: { number: 'B&W 2020-20', resolutionDate: '2020-05-12' },
  });
  story.day('2020-05-13', '09:00');
  await sendReady(story, cases[first], '2020-05-13');
  const winner = await story.as(first);
  const { body: decision } = await winner.get<Decision>(`/applications/${cases[first].id}/decision`);
  narrator.check('Eerst afgewezen, nu toegekend: beide besluiten blijven staan.', decision, {
    ...{ kind: 'refusal', grantedCents: 0, currentCents: 90_000 },
    changes: [{ kind: 'in-favour', grantedCents: 90_000, decidedOn: '2020-05-12' }],
  });
  const aagje = await story.as('aagje');
  const { body: check } = await aagje.get<{ sound: boolean }>('/ledger-check');
  narrator.check('En het grootboek klopt nog steeds.', check.sound, true);
}

/** Somebody gives back a grant, and who waited gets it: computed, decided and told. */
export async function waitingList(
  story: Story,
  { cases, order }: { readonly cases: Hopefuls; readonly order: readonly [Hopeful, Hopeful] },
): Promise<void> {
  story.narrator.chapter('14. De wachtlijst: geld dat vrijkomt');
  story.day('2020-04-08', '09:00');
  for (const each of Object.values(cases)) await sendReady(story, each, '2020-04-08');
  await fennaGivesBack(story, cases);
  await promote(story, cases, order);
}
