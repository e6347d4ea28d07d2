import type { Application, CollegeList, Finding, Items, ListLine } from '../answers.ts';
import { formOf } from '../casework.ts';
import { regulationCode } from '../plans.ts';
import type { Applicant, Case, Story } from '../story.ts';
import { showList } from './list-for-the-college.ts';
import { confirm, propose } from './levelling.ts';

export const fundCode = 'dorpsfonds-2020';

/** Who applies to the fund, in this scene and the next. */
export type Hopeful = Extract<Applicant, 'fenna' | 'joke' | 'hidde'>;
export type Hopefuls = Readonly<Record<Hopeful, Case>>;

/** The rules of before with a waiting list, for a year of their own. */
async function publishFund(story: Story): Promise<void> {
  const bas = await story.as('bas');
  const versions = `/regulations/${regulationCode}/versions`;
  const [newest] = (await bas.get<Items<{ id: string }>>(versions)).body.items;
  const { document } = (
    await bas.get<{ document: Readonly<Record<'distribution' | 'ceiling' | 'terms', object>> }>(
      `${versions}/${newest?.id}`,
    )
  ).body;
  const changed = {
    ...document,
    ...{ title: 'Dorpsfonds 2020', year: 2020, remainder: { kind: 'lapse' } },
    window: { kind: 'rounds', rounds: [{ opensOn: '2020-02-10', closesOn: '2020-03-31' }] },
    ceiling: { ...document.ceiling, publishedOn: '2020-02-03', publicationReference: 'gmb-2020-voorbeeld' },
    distribution: { ...document.distribution, waitingListUntilWeeks: 12 },
    terms: { ...document.terms, promisedAnswerOn: undefined },
  };
  const draft = await bas.post<{ id: string; version: number }>('/regulation-drafts', {
    body: { code: fundCode, document: changed },
  });
  const roos = await story.as('roos');
  await roos.post(`/regulation-drafts/${draft.body.id}/publication`, {
    version: draft.body.version,
    body: { publishedOn: '2020-02-03', reference: 'gmb-2020-voorbeeld', inForceFrom: '2020-02-03' },
  });
}

async function giveMoney(story: Story): Promise<void> {
  const farid = await story.as('farid');
  const { body: decided } = await farid.post<{ id: string }>('/ledger-resolutions', {
    body: {
      ...{ body: 'council', number: 'RB 2019-140', decidedOn: '2019-12-17', title: 'Begroting 2020' },
      documentReference: 'ris/2019/140',
    },
  });
  const run = await propose(story, {
    ...{ kind: 'allocation', regulationCode: fundCode, countsOn: '2020-02-03', resolutionId: decided.id },
    lines: [{ kernCode: 'ingen', amountCents: 200_000 }],
  });
  await confirm(story, run);
}

async function applyToFund(story: Story, who: Hopeful, day: string, requestedCents: number): Promise<Case> {
  story.day(day, '19:30');
  const caller = await story.as(who);
  const plan = formOf(who, 'submit', {
    ...{ requestedCents, costs: [{ description: 'Alles bij elkaar', amountCents: requestedCents }] },
    ...{ activityStartsOn: '2020-09-12', activityEndsOn: '2020-09-12' },
  });
  const { body } = await caller.post<Application>('/applications', {
    body: { ...plan, regulationCode: fundCode },
  });
  const bram = await story.as('bram');
  const path = `/applications/${body.id}/findings`;
  let { version, findings } = (await bram.get<{ version: number; findings: readonly Finding[] }>(path)).body;
  for (const { criterionCode, outcome } of findings) {
    if (outcome !== 'needs-judgement') continue;
    const judged = { outcome: 'met', reason: 'Dat blijkt uit de aanvraag.' };
    ({ version, findings } = (
      await bram.put<{ version: number; findings: readonly Finding[] }>(`${path}/${criterionCode}`, {
        ...{ version, body: judged },
      })
    ).body);
  }
  return { id: body.id, number: body.number };
}

async function listOf(story: Story): Promise<CollegeList> {
  const mees = await story.as('mees');
  return (await mees.post<CollegeList>('/college-lists', { body: { regulationCode: fundCode } })).body;
}

const lineAbout = (list: CollegeList, { id }: Case): ListLine | undefined =>
  list.lines.find(({ applicationId }) => applicationId === id);

/** Two were complete on one day and do not fit: the lot says who is offered the rest. */
async function drawLots(story: Story, cases: Hopefuls): Promise<readonly [Hopeful, Hopeful]> {
  const { narrator } = story;
  story.day('2020-04-01', '10:00');
  const list = await listOf(story);
  showList(story, list);
  const first = lineAbout(list, cases.joke)?.place === 2 ? 'joke' : 'hidde';
  const other = first === 'joke' ? 'hidde' : 'joke';
  narrator.tell('Joke en Hidde waren op dezelfde dag compleet, en er is nog € 800. Het lot beslist:');
  narrator.quote(lineAbout(list, cases[first])?.explanation ?? '');
  narrator.check(
    'Wie het lot aanwijst, krijgt wat er over is; de ander niets.',
    [lineAbout(list, cases[first]), lineAbout(list, cases[other])],
    [
      { kind: 'partial-grant', place: 2, byLot: true, proposedCents: 80_000 },
      { kind: 'refusal', place: 3, byLot: true, proposedCents: 0 },
    ],
  );
  const again = await listOf(story);
  narrator.check(
    'Wie een nieuwe lijst maakt, krijgt hetzelfde lot.',
    again.lines.map(({ applicationId }) => applicationId),
    list.lines.map(({ applicationId }) => applicationId),
  );
  return [first, other];
}

async function declineTheRest(
  story: Story,
  cases: Hopefuls,
  [first, other]: readonly [Hopeful, Hopeful],
): Promise<void> {
  const { narrator } = story;
  const caller = await story.as(first);
  const path = `/applications/${cases[first].id}`;
  const { version } = (await caller.get<Application>(path)).body;
  await caller.put(`${path}/remainder-choice`, { version, body: { declinesPart: true } });
  const list = await listOf(story);
  narrator.tell('Maar met een deel kan wie won niets beginnen. Dan gaat het restant naar de ander:');
  narrator.check(
    'Het restant is geweigerd en gaat naar de volgende.',
    [lineAbout(list, cases[first]), lineAbout(list, cases[other])],
    [
      { kind: 'refusal', proposedCents: 0 },
      { kind: 'partial-grant', proposedCents: 80_000 },
    ],
  );
  story.day('2020-04-07', '14:00');
  const roos = await story.as('roos');
  const body = { number: 'B&W 2020-15', resolutionDate: '2020-04-07' };
  await roos.post(`/college-lists/${list.id}/resolution`, { version: list.version, body });
  narrator.tell('Het college besluit zo.');
}

/** A kern with too little: the lot, and a remainder that is declined. Tells who won and who got the rest. */
export async function tooLittle(
  story: Story,
): Promise<{ readonly cases: Hopefuls; readonly order: readonly [Hopeful, Hopeful] }> {
  const { narrator } = story;
  narrator.chapter('13. Ingen heeft te weinig: het lot, en een restant dat niemand wil');
  await publishFund(story);
  await giveMoney(story);
  narrator.tell(
    'Een nieuw jaar, een nieuwe regeling: het Dorpsfonds 2020, met een wachtlijst van twaalf weken.',
  );
  const cases = {
    fenna: await applyToFund(story, 'fenna', '2020-02-11', 120_000),
    joke: await applyToFund(story, 'joke', '2020-03-03', 90_000),
    hidde: await applyToFund(story, 'hidde', '2020-03-03', 90_000),
  };
  narrator.tell('Fenna, Joke en Hidde vragen samen € 3.000. In Ingen is € 2.000.');
  const order = await drawLots(story, cases);
  await declineTheRest(story, cases, order);
  return { cases, order };
}
