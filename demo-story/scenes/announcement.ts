import type { Decision, Letter, TimelineEvent } from '../answers.ts';
import { lettersOf, send, waitingLetter } from '../casework.ts';
import { dutchDay } from '../narrator.ts';
import type { Applicant, Story } from '../story.ts';

interface Announced {
  readonly applicant: Applicant;
  readonly kind: string;
  readonly grantedCents: number;
  readonly channel: 'post' | 'electronic';
}

const decided: readonly Announced[] = [
  { applicant: 'fenna', kind: 'grant', grantedCents: 85_000, channel: 'electronic' },
  { applicant: 'joke', kind: 'grant', grantedCents: 70_000, channel: 'electronic' },
  { applicant: 'gijs', kind: 'partial-grant', grantedCents: 45_000, channel: 'electronic' },
  { applicant: 'zeynep', kind: 'grant', grantedCents: 125_000, channel: 'electronic' },
  { applicant: 'mila', kind: 'left-untreated', grantedCents: 0, channel: 'post' },
  { applicant: 'wim', kind: 'grant', grantedCents: 40_000, channel: 'post' },
  { applicant: 'rik', kind: 'grant', grantedCents: 60_000, channel: 'electronic' },
  { applicant: 'thijs', kind: 'refusal', grantedCents: 0, channel: 'electronic' },
];

/** Sends the letter of a decision after a look at it. The dates are those that the law gives. */
export async function announce(story: Story, letter: Announced, sentOn: string): Promise<Letter> {
  const waiting = await waitingLetter(story, 'roos', letter.applicant, letter.kind);
  return send(story, 'roos', waiting.id, sentOn, letter.channel);
}

async function previewFirst(story: Story): Promise<void> {
  const { narrator } = story;
  const roos = await story.as('roos');
  const waiting = await waitingLetter(story, 'roos', 'gijs', 'partial-grant');
  const preview = await roos.get(`/letters/${waiting.id}/preview?sentOn=2019-06-26`);
  narrator.tell('Roos bekijkt eerst hoe de brief aan Gijs eruit komt te zien; daar staat “concept” op.');
  const gijs = await story.as('gijs');
  const refused = await gijs.refused('GET', `/letters/${waiting.id}/document`);
  narrator.check(
    'Het voorbeeld is een pdf, en Gijs ziet de brief nog niet.',
    {
      pdf: preview.bytes.subarray(0, 5).toString(),
      status: refused.status,
    },
    { pdf: '%PDF-', status: 404 },
  );
}

const eventNames: Readonly<Record<string, string>> = {
  submit: 'ingediend',
  'ask-completion': 'om aanvulling gevraagd',
  supplement: 'aangevuld',
  'find-complete': 'compleet bevonden',
  decide: 'besluit van het college geregistreerd',
  'announce-decision': 'besluit bekendgemaakt',
};

async function gijsLooksBack(story: Story): Promise<void> {
  const { narrator } = story;
  const gijs = await story.as('gijs');
  const path = `/applications/${story.caseOf('gijs').id}/timeline`;
  const { items: events } = (await gijs.get<{ items: readonly TimelineEvent[] }>(path)).body;
  narrator.tell('Hij ziet ook alles wat er met zijn aanvraag is gebeurd:');
  narrator.table([
    ['Dag', 'Wat', 'Door'],
    ...events.map(({ countsOn, kind, actorName }) => [
      dutchDay(countsOn),
      eventNames[kind] ?? kind,
      actorName,
    ]),
  ]);
  narrator.check(
    'Zes stappen, elk op de dag waarvoor die telt.',
    events.map(({ kind, countsOn }) => [kind, countsOn]),
    [
      ['submit', '2019-03-04'],
      ['ask-completion', '2019-03-05'],
      ['supplement', '2019-03-18'],
      ['find-complete', '2019-03-18'],
      ['decide', '2019-06-25'],
      ['announce-decision', '2019-06-26'],
    ],
  );
}

async function gijsReads(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-06-27', '07:50');
  narrator.tell('Gijs leest zijn brief.');
  const gijs = await story.as('gijs');
  const letters = await lettersOf(story, 'gijs', 'gijs');
  narrator.check(
    'Gijs heeft drie brieven.',
    letters.map(({ kind, sentOn }) => ({ kind, sentOn })),
    [
      { kind: 'acknowledgement', sentOn: '2019-03-04' },
      { kind: 'completion-request', sentOn: '2019-03-05' },
      { kind: 'partial-grant', sentOn: '2019-06-26' },
    ],
  );
  const path = `/letters/${letters.at(-1)?.id ?? ''}/document`;
  const [once, again] = [await gijs.get(path), await gijs.get(path)];
  narrator.check(
    'Wie de brief twee keer opent, krijgt precies hetzelfde bestand.',
    once.bytes.equals(again.bytes),
    true,
  );
  const { body } = await gijs.get<Decision>(`/applications/${story.caseOf('gijs').id}/decision`);
  narrator.check('Het besluit: € 450, besloten op 25 juni onder nummer B&W 2019-26.', body, {
    kind: 'partial-grant',
    grantedCents: 45_000,
    resolutionNumber: 'B&W 2019-26',
    decidedOn: '2019-06-25',
  });
  await gijsLooksBack(story);
  const fenna = await story.as('fenna');
  const refused = await fenna.refused('GET', path);
  narrator.check('Fenna kan de brief van Gijs niet openen.', refused.status, 404);
}

/** A decision takes effect by sending it; every term starts the day after. */
export async function announcement(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.chapter('8. De brieven');
  story.day('2019-06-26', '10:00');
  await previewFirst(story);
  const sent: Letter[] = [];
  for (const letter of decided) sent.push(await announce(story, letter, '2019-06-26'));
  narrator.tell('Roos verzendt acht brieven: zes digitaal en twee per post.');
  narrator.check(
    'Bezwaar maken kan zes weken, vanaf de dag na verzending: tot en met 7 augustus 2019.',
    sent,
    decided.map(({ kind, channel }) => ({
      kind,
      channel,
      sentOn: '2019-06-26',
      lastObjectionDate: '2019-08-07',
    })),
  );
  narrator.check(
    'De brief aan Mila is op tijd: binnen vier weken nadat haar termijn op 17 juni voorbij was (Awb 4:5).',
    sent.some(
      (letter) => letter.kind === 'left-untreated' && letter.sentOn !== null && letter.sentOn <= '2019-07-15',
    ),
    true,
  );
  narrator.check(
    'In elk besluit staat het bedrag van de lijst, met het nummer van het collegebesluit.',
    await decisions(story),
    decided.map(({ kind, grantedCents }) => ({ kind, grantedCents, resolutionNumber: 'B&W 2019-26' })),
  );
  narrator.check(
    'Alle acht aanvragen zijn “bekendgemaakt”.',
    await statuses(story),
    Array(8).fill('announced'),
  );
  await gijsReads(story);
}

async function decisions(story: Story): Promise<Decision[]> {
  const roos = await story.as('roos');
  const found: Decision[] = [];
  for (const { applicant } of decided) {
    const path = `/applications/${story.caseOf(applicant).id}/decision`;
    found.push((await roos.get<Decision>(path)).body);
  }
  return found;
}

async function statuses(story: Story): Promise<string[]> {
  const found: string[] = [];
  for (const { applicant } of decided) found.push((await story.application('roos', applicant)).status);
  return found;
}
