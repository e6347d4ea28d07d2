import type { Application, CollegeList, Letter } from '../answers.ts';
import { criteria } from '../judgements.ts';
import { regulationCode } from '../plans.ts';
import type { Story } from '../story.ts';
import { doStep, showSteps, stepsOf, wordsOf } from './own-ways.ts';

/** A letter from the kern Buren, that lay for weeks with another department. */
const letter = {
  regulationCode,
  channel: 'paper',
  receivedOn: '2019-05-31',
  kernCode: 'buren',
  applicant: {
    kind: 'resident',
    name: 'Teun Proefpersoon',
    street: 'Voorbeeldstraat',
    houseNumber: '30',
    postcode: '4116 AB',
    place: 'Buren',
  },
  title: 'Een schutting om mijn tuin',
  description: 'Mijn schutting is oud. Met een nieuwe ziet de straat er netter uit.',
  requestedCents: 30_000,
  activityStartsOn: '2019-09-01',
  activityEndsOn: '2019-09-30',
  costs: [{ description: 'Schutting', amountCents: 30_000 }],
  support: 'Mijn buurman vindt het goed.',
  iban: 'NL83TEST0100209188',
  electronicMessages: false,
} as const;

async function judge(story: Story, id: string): Promise<void> {
  const bram = await story.as('bram');
  for (const criterion of criteria) {
    const { version } = (await bram.get<Application>(`/applications/${id}`)).body;
    const isMet = criterion === 'surroundings' || criterion === 'not-a-party';
    const reason = isMet ? 'Daar is niets op tegen.' : 'Het plan is voor u alleen.';
    const body = { outcome: isMet ? 'met' : 'not-met', reason };
    await bram.put(`/applications/${id}/findings/${criterion}`, { version, body });
  }
}

async function decide(story: Story, id: string): Promise<Letter> {
  const mees = await story.as('mees');
  const listBody = { regulationCode, kernCodes: ['buren'] };
  const list = (await mees.post<CollegeList>('/college-lists', { body: listBody })).body;
  story.day('2019-07-16', '14:00');
  const roos = await story.as('roos');
  await roos.post(`/college-lists/${list.id}/resolution`, {
    version: list.version,
    body: { number: 'B&W 2019-30', resolutionDate: '2019-07-16' },
  });
  const { items } = (await roos.get<{ items: Letter[] }>(`/applications/${id}/letters`)).body;
  const refusal = items.find(({ kind }) => kind === 'refusal');
  const path = `/letters/${refusal?.id ?? ''}/announcement`;
  return (await roos.post<Letter>(path, { version: 1, body: { sentOn: '2019-07-16', channel: 'post' } }))
    .body;
}

/** A kern that is no pilot: its kernregisseur talks with the applicant and proposes, and nobody advises. */
export async function defaultWay(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.chapter('Tussendoor: een kern die geen pilot is');
  story.day('2019-07-05', '09:30');
  narrator.tell(
    'Op een andere afdeling duikt een brief op uit de kern Buren, met het stempel van 31 mei. Teun vraagt € 300 voor een schutting. Noor voert hem in.',
  );
  const noor = await story.as('noor');
  const { id } = (await noor.post<Application>('/paper-applications', { body: letter })).body;
  showSteps(story, await stepsOf(story, 'noor', id));
  narrator.tell('Geen stemming en geen advies: in Buren praat de kernregisseur met de aanvrager.');
  story.day('2019-07-09', '10:00');
  const findings = { outcome: 'positive', findings: 'Alle gegevens zijn er.' };
  await doStep(story, 'bram', id, { code: 'controle', findings });
  await judge(story, id);
  const talked = { heldOn: '2019-07-09', findings: 'Teun had niet aan de buurt gedacht. Hij begrijpt het.' };
  await doStep(story, 'noor', id, { code: 'gesprek', findings: talked });
  const proposal = { outcome: 'negative', reason: 'Het plan is voor één tuin.' };
  const last = await doStep(story, 'noor', id, { code: 'voorstel', findings: proposal });
  narrator.check('De drie stappen van Buren zijn gedaan.', last.isFinished, true);
  const sent = await decide(story, id);
  const roos = await story.as('roos');
  const words = await wordsOf((await roos.get(`/letters/${sent.id}/document`)).bytes);
  narrator.check(
    'De brief aan Teun wijst af, en noemt geen advies: niemand is erom gevraagd.',
    [words.includes('schutting'), /advies|stemming/i.test(words)],
    [true, false],
  );
}
