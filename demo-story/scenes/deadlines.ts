import { dutchDay } from '../narrator.ts';
import type { Story } from '../story.ts';

interface DueItem {
  readonly number: string;
  readonly kind: string;
  readonly name: string;
  readonly lastDate: string;
  readonly urgency: string;
}

interface Deadlines {
  readonly deadlines: readonly {
    readonly kind: string;
    readonly name: string;
    readonly article: string;
    readonly lastDate: string | null;
    readonly state: string;
    readonly steps: readonly { readonly sentence: string }[];
  }[];
}

const urgencies: Readonly<Record<string, string>> = {
  late: 'te laat',
  'this-week': 'deze week',
  later: 'later',
};

const states: Readonly<Record<string, string>> = {
  running: 'loopt',
  suspended: 'staat stil',
  met: 'gehaald',
  late: 'te laat',
  passed: 'voorbij',
};

async function officialsLookAhead(story: Story): Promise<void> {
  const { narrator } = story;
  const kees = await story.as('kees');
  const { items } = (await kees.get<{ items: readonly DueItem[] }>('/due-dates?untilDate=2019-07-15')).body;
  narrator.tell(
    'Kees kijkt wat er tot half juli moet gebeuren in zijn twee kernen, wat het eerst moet eerst:',
  );
  narrator.table([
    ['Uiterlijk', 'Zaak', 'Wat', 'Haast'],
    ...items.map(({ lastDate, number, name, urgency }) => [
      dutchDay(lastDate),
      number,
      name,
      urgencies[urgency] ?? urgency,
    ]),
  ]);
  narrator.check(
    'De belofte om voor 1 juli te antwoorden staat bij elke zaak, los van de wettelijke termijn.',
    new Set(items.filter(({ kind }) => kind === 'promise').map(({ lastDate }) => lastDate)).size,
    1,
  );
}

async function rikReadsHisTerms(story: Story): Promise<void> {
  const { narrator } = story;
  const rik = await story.as('rik');
  const path = `/applications/${story.caseOf('rik').id}/deadlines`;
  const { deadlines } = (await rik.get<Deadlines>(path)).body;
  narrator.tell('Rik ziet de termijnen van zijn eigen aanvraag, met het artikel:');
  narrator.table([
    ['Wat', 'Uiterlijk', 'Stand', 'Waar het staat'],
    ...deadlines.map(({ name, lastDate, state, article }) => [
      name,
      dutchDay(lastDate),
      states[state] ?? state,
      article,
    ]),
  ]);
  narrator.check(
    'Zijn aanvulling kwam op tijd, en de beslistermijn loopt tot 5 augustus.',
    deadlines
      .filter(({ kind }) => kind === 'completion' || kind === 'decision')
      .map(({ kind, state, lastDate }) => (kind === 'decision' ? `${state} ${lastDate}` : state)),
    ['met', 'running 2019-08-05'],
  );
}

async function keesGetsACalendar(story: Story): Promise<void> {
  const { narrator } = story;
  const kees = await story.as('kees');
  const { address } = (await kees.post<{ address: string }>('/calendar-feeds', {})).body;
  const calendar = await story.anybody().file(address.replace('/v1', ''), 'text/calendar');
  const text = calendar.bytes.toString('utf8');
  const events = text.split('BEGIN:VEVENT').length - 1;
  narrator.tell(
    `Kees zet de termijnen in zijn agendaprogramma, met een geheim adres: ${events} dagen, met zaaknummer, soort en kern.`,
  );
  narrator.check(
    'In de agenda staat geen naam van een aanvrager.',
    ['Rik', 'Fenna', 'Gijs', 'Hidde', 'Joke'].filter((name) => text.includes(name)),
    [],
  );
}

/** What must be done by when, for officials and for an applicant, and in a calendar. */
export async function deadlines(story: Story): Promise<void> {
  story.day('2019-06-12', '15:00');
  await officialsLookAhead(story);
  await rikReadsHisTerms(story);
  await keesGetsACalendar(story);
}
