import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { lettersOf } from '../casework.ts';
import { dutchDay } from '../narrator.ts';
import type { Applicant, Story } from '../story.ts';

interface Step {
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly who: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

export interface Steps {
  readonly version: number;
  readonly isFinished: boolean;
  readonly steps: readonly Step[];
}

interface Way {
  readonly title: string;
  readonly rendering: { readonly steps: readonly { readonly heading: string }[] };
}

const states: Readonly<Record<string, string>> = {
  done: 'gedaan',
  skipped: 'overgeslagen',
  lapsed: 'verlopen',
  open: 'aan de beurt',
  'to-come': 'nog niet',
};

/** The steps of a case as somebody sees them. */
export async function stepsOf(story: Story, personId: string, applicationId: string): Promise<Steps> {
  const caller = await story.as(personId);
  return (await caller.get<Steps>(`/applications/${applicationId}/steps`)).body;
}

/** Somebody records what was done in a step. */
export async function doStep(
  story: Story,
  personId: string,
  applicationId: string,
  { code, doneOn, findings }: { readonly code: string; readonly doneOn?: string; readonly findings: object },
): Promise<Steps> {
  const { version } = await stepsOf(story, 'bram', applicationId);
  const caller = await story.as(personId);
  const body = { findings, ...(doneOn !== undefined && { doneOn }) };
  return (await caller.put<Steps>(`/applications/${applicationId}/steps/${code}`, { version, body })).body;
}

export function showSteps(story: Story, { steps }: Steps): void {
  story.narrator.table([
    ['Stap', 'Wie', 'Stand', 'Uiterlijk', 'Gedaan'],
    ...steps.map(({ title, who, state, dueOn, doneOn }) => [
      ...[title, who, states[state] ?? state, dutchDay(dueOn), dutchDay(doneOn)],
    ]),
  ]);
}

/** What the kernen agreed on beforehand: for everybody to read. */
async function readTheWays(story: Story): Promise<void> {
  const { narrator } = story;
  const anybody = story.anybody();
  narrator.tell('Eén regeling, en toch werkt elke kern anders. Iedereen kan lezen hoe:');
  const rows: string[][] = [];
  for (const kernCode of ['ingen', 'zoelen', 'ravenswaaij', 'buren']) {
    const { items } = (await anybody.get<{ items: { id: string }[] }>(`/ways?kernCode=${kernCode}`)).body;
    const way = (await anybody.get<Way>(`/ways/${items[0]?.id ?? ''}`)).body;
    const steps = way.rendering.steps.map(({ heading }) => heading.replace(/^\d+\. ([^(]+) \(.*$/, '$1'));
    rows.push([kernCode, way.title, steps.join(', ')]);
  }
  narrator.table([['Kern', 'Werkwijze', 'Stappen'], ...rows]);
}

const inIngen: readonly (readonly [Applicant, number, number])[] = [
  ['fenna', 41, 9],
  ['joke', 46, 4],
  ['gijs', 27, 23],
];

const checked = {
  outcome: 'positive',
  findings: 'De gegevens zijn er, en het plan past bij de voorwaarden.',
};

/** The first steps, and what the villages think: a vote in Ingen, an advice in Zoelen. */
export async function villagesSpeak(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-06-12', '16:30');
  await readTheWays(story);
  for (const [applicant, inFavour, against] of inIngen) {
    const { id } = story.caseOf(applicant);
    await doStep(story, 'bram', id, { code: 'controle', doneOn: '2019-06-04', findings: checked });
    const findings = { closedOn: '2019-06-11', voters: inFavour + against, inFavour, against };
    await doStep(story, 'kees', id, { code: 'stemming', doneOn: '2019-06-11', findings });
  }
  narrator.tell('In Ingen stemden vijftig inwoners over elk plan. Kees legt de uitslagen vast.');
  const zeynep = story.caseOf('zeynep').id;
  for (const applicant of ['zeynep', 'sanne'] as const) {
    const { id } = story.caseOf(applicant);
    await doStep(story, 'bram', id, { code: 'controle', doneOn: '2019-06-05', findings: checked });
  }
  narrator.tell('In Zoelen logt Sietske in namens de dorpsorganisatie, en adviseert zelf:');
  const given = await doStep(story, 'sietske', zeynep, {
    code: 'advies',
    findings: {
      outcome: 'negative',
      reason: 'Er zijn al twee taalgroepen in het dorp.',
      dissent: 'Drie leden vinden gesprekken bij iemand thuis iets anders dan een taalgroep.',
    },
  });
  showSteps(story, given);
  narrator.check(
    'De dorpsorganisatie beslist niet: het voorstel komt van Kees, en het besluit van het college.',
    given.steps.map(({ state }) => state),
    ['done', 'done', 'open'],
  );
  await doStep(story, 'sietske', story.caseOf('sanne').id, {
    code: 'advies',
    findings: { outcome: 'positive', reason: 'Het dorpshuis is van ons allemaal.' },
  });
}

/** The proposals with which the steps end; who goes against advice says why. */
export async function proposalsAreMade(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-06-14', '10:00');
  narrator.tell('Kees schrijft zijn voorstellen. Voor Zeynep wil hij afwijken van het advies.');
  const { id } = story.caseOf('zeynep');
  const { version } = await stepsOf(story, 'kees', id);
  const findings = { outcome: 'positive', reason: 'Het plan voldoet aan alle voorwaarden.' };
  const kees = await story.as('kees');
  const silent = await kees.refused('PUT', `/applications/${id}/steps/voorstel`, {
    version,
    body: { findings },
  });
  narrator.quote(silent.detail);
  narrator.check('Wie afwijkt van een advies, zegt waarom.', silent.code, 'advice-needs-reason');
  const differs = 'De taalgroepen zijn overdag; wie werkt, kan daar niet heen.';
  const last = await doStep(story, 'kees', id, {
    code: 'voorstel',
    findings: { ...findings, differsFromAdvice: differs },
  });
  narrator.check('Met een reden kan het, en dan zijn alle stappen gedaan.', last.isFinished, true);
  for (const applicant of ['fenna', 'joke', 'gijs', 'sanne'] as const)
    await doStep(story, 'kees', story.caseOf(applicant).id, { code: 'voorstel', findings });
}

/** The words of a letter, as a program reads them aloud. */
export async function wordsOf(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const words: string[] = [];
  for (let place = 1; place <= document.numPages; place += 1) {
    const { items } = await (await document.getPage(place)).getTextContent();
    for (const item of items) if ('str' in item) words.push(item.str, ...(item.hasEOL ? [' '] : []));
  }
  await document.destroy();
  return words.join('').replaceAll(/\s+/g, ' ');
}

async function decisionOf(story: Story, applicant: Applicant): Promise<string> {
  const letters = await lettersOf(story, applicant, applicant);
  const caller = await story.as(applicant);
  return wordsOf((await caller.get(`/letters/${letters.at(-1)?.id ?? ''}/document`)).bytes);
}

/** What the letters say of the vote and the advice. */
export async function lettersNameAdvice(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-06-27', '20:15');
  narrator.tell('Fenna en Zeynep lezen in hun brief wat hun dorp ervan vond:');
  const toFenna = await decisionOf(story, 'fenna');
  const vote =
    'de inwoners van Ingen, 11 juni 2019 (Stemming door inwoners): Gestemd tot en met 11 juni 2019 door 50 mensen: 41 voor, 9 tegen.';
  narrator.quote(vote);
  narrator.check('De brief aan Fenna noemt de stemming in Ingen.', toFenna.includes(vote), true);
  const toZeynep = await decisionOf(story, 'zeynep');
  const said = [
    'de dorpsorganisatie van Zoelen, 12 juni 2019 (Advies van het dorp): Ongunstig advies. Er zijn al twee taalgroepen in het dorp.',
    'Wie het er niet mee eens was: Drie leden vinden gesprekken bij iemand thuis iets anders dan een taalgroep.',
    'Wij wijken van een advies af. De taalgroepen zijn overdag; wie werkt, kan daar niet heen.',
  ];
  for (const sentence of said) narrator.quote(sentence);
  narrator.check(
    'De brief aan Zeynep noemt wie adviseerde, het advies, wie het er niet mee eens was, en waarom het college anders besluit (Awb 3:8, 3:50).',
    said.map((sentence) => toZeynep.includes(sentence)),
    said.map(() => true),
  );
}
