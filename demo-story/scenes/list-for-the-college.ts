import { cents, formatEuros } from '../../src/kernel/money.ts';
import { regulationCode } from '../plans.ts';
import type { CollegeList, ListLine } from '../answers.ts';
import type { Applicant, Story } from '../story.ts';

const kinds: Readonly<Record<string, string>> = {
  grant: 'verlenen',
  'partial-grant': 'deels verlenen',
  refusal: 'afwijzen',
  'left-untreated': 'buiten behandeling',
};

export function showList(story: Story, { lines }: CollegeList): void {
  story.narrator.table(
    [
      ['Nummer', 'Kern', 'Voorstel', 'Gevraagd', 'Bedrag'],
      ...lines.map(({ applicationNumber, kernCode, kind, requestedCents, proposedCents }) => [
        applicationNumber,
        kernCode,
        kinds[kind] ?? kind,
        formatEuros(cents(requestedCents)),
        formatEuros(cents(proposedCents)),
      ]),
    ],
    [3, 4],
  );
}

/** The line of an applicant on a list, and undefined when there is none. */
export function lineOf(story: Story, list: CollegeList, applicant: Applicant): ListLine | undefined {
  return list.lines.find((line) => line.applicationId === story.caseOf(applicant).id);
}

function checkIngen(story: Story, list: CollegeList): void {
  const { narrator } = story;
  narrator.tell(
    'In Ingen vragen drie mensen samen € 2.450, en er is € 2.000. Dan telt wie het eerst compleet was:',
  );
  for (const applicant of ['fenna', 'joke', 'gijs'] as const) {
    narrator.quote(lineOf(story, list, applicant)?.explanation ?? '');
  }
  narrator.check('Fenna (compleet 11 maart) is eerste en krijgt € 850.', lineOf(story, list, 'fenna'), {
    kind: 'grant',
    place: 1,
    proposedCents: 85_000,
  });
  narrator.check('Joke (14 maart) is tweede en krijgt € 700.', lineOf(story, list, 'joke'), {
    kind: 'grant',
    place: 2,
    proposedCents: 70_000,
  });
  narrator.check(
    'Gijs vroeg het eerst, maar was als laatste compleet (18 maart): hij krijgt de rest, € 450.',
    lineOf(story, list, 'gijs'),
    { kind: 'partial-grant', place: 3, requestedCents: 90_000, proposedCents: 45_000 },
  );
}

function checkOthers(story: Story, list: CollegeList): void {
  const { narrator } = story;
  narrator.check(
    'In Zoelen passen Zeynep (€ 1.250) en de stichting (€ 750) precies.',
    [lineOf(story, list, 'zeynep'), lineOf(story, list, 'sanne')],
    [
      { kind: 'grant', place: 1, proposedCents: 125_000 },
      { kind: 'grant', place: 2, proposedCents: 75_000 },
    ],
  );
  narrator.check(
    'In Ravenswaaij gaat Wim (compleet 12 april, door het stempel) voor Rik (12 juni).',
    [lineOf(story, list, 'wim'), lineOf(story, list, 'rik')],
    [
      { kind: 'grant', place: 1, proposedCents: 40_000 },
      { kind: 'grant', place: 2, proposedCents: 60_000 },
    ],
  );
  narrator.check('Het feest van Thijs wordt afgewezen.', lineOf(story, list, 'thijs'), {
    kind: 'refusal',
    proposedCents: 0,
    place: null,
  });
  narrator.check(
    'Mila antwoordde niet: haar aanvraag blijft buiten behandeling.',
    lineOf(story, list, 'mila'),
    {
      kind: 'left-untreated',
      proposedCents: 0,
    },
  );
  narrator.check('Wie zich terugtrok, staat niet op de lijst.', lineOf(story, list, 'hidde'), undefined);
}

/** A first list, while one term still runs. */
export async function earlyList(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.chapter('6. De lijst voor het college');
  story.day('2019-06-17', '15:00');
  const mees = await story.as('mees');
  const early = (await mees.post<CollegeList>('/college-lists', { body: { regulationCode } })).body;
  narrator.tell(
    'Mees maakt alvast een lijst. Mila heeft nog tot en met vandaag; zij staat er daarom niet op:',
  );
  for (const { applicationNumber, reason } of early.notReady)
    narrator.quote(`${applicationNumber}: ${reason}`);
  narrator.check(
    'Acht regels op de lijst, en één aanvraag wacht nog.',
    {
      lines: early.lines.length,
      notReady: early.notReady.map(({ applicationNumber }) => applicationNumber),
    },
    { lines: 8, notReady: ['LB-2019-000010'] },
  );
}

/** Prepares the list that the college decides on; refuses that who prepared it registers the decision. */
export async function listForTheCollege(story: Story): Promise<CollegeList> {
  const { narrator } = story;
  const mees = await story.as('mees');
  story.day('2019-06-18', '09:30');
  narrator.tell(
    'De termijn van Mila is voorbij. Mees maakt de lijst opnieuw. De dienst rekent de voorstellen uit:',
  );
  const list = (await mees.post<CollegeList>('/college-lists', { body: { regulationCode } })).body;
  showList(story, list);
  checkIngen(story, list);
  checkOthers(story, list);
  story.day('2019-06-25', '10:15');
  narrator.tell(
    'Het college vergadert. Mees wil daarna zelf het besluit registreren; als invaller mag Mees dat in het algemeen.',
  );
  const body = { number: 'B&W 2019-26', resolutionDate: '2019-06-25' };
  const problem = await mees.refused('POST', `/college-lists/${list.id}/resolution`, {
    version: list.version,
    body,
  });
  narrator.quote(problem.detail);
  narrator.check('Vier ogen: wie de lijst maakte, registreert het besluit niet.', problem, {
    status: 403,
    code: 'same-person',
  });
  const bram = await story.as('bram');
  const toBram = await bram.refused('POST', `/college-lists/${list.id}/resolution`, {
    version: list.version,
    body,
  });
  narrator.check('Ook Bram, die beoordeelde, mag het niet.', toBram.status, 403);
  return list;
}
