import { cents, formatEuros } from '../../src/kernel/money.ts';
import type { Application, Finding, Items, Overview } from '../answers.ts';
import { criteria, judged, type Judged, judgements, outcomeOf } from '../judgements.ts';
import { dutchDay } from '../narrator.ts';
import type { Story } from '../story.ts';

interface Assessed {
  readonly version: number;
  readonly findings: readonly Finding[];
}

async function judge(story: Story, applicant: Judged): Promise<readonly Finding[]> {
  const bram = await story.as('bram');
  const { id, version } = await story.application('bram', applicant);
  let assessed: Assessed = { version, findings: [] };
  for (const criterion of criteria) {
    const body = { outcome: outcomeOf(applicant, criterion), reason: judgements[applicant][criterion] };
    const path = `/applications/${id}/findings/${criterion}`;
    assessed = (await bram.put<Assessed>(path, { version: assessed.version, body })).body;
  }
  return assessed.findings;
}

const marks = { met: 'voldaan', 'not-met': 'niet voldaan', 'needs-judgement': 'nog te beoordelen' };

const actionNames: Readonly<Record<string, string>> = {
  'application:request-completion': 'om aanvulling vragen',
  'application:supplement': 'een aanvulling per brief invoeren',
  'application:withdraw': 'een intrekking per brief invoeren',
  'college-list:prepare': 'op een lijst voor het college zetten',
  'finding:record': 'een bevinding vastleggen',
};

const letterNames: Readonly<Record<string, string>> = {
  acknowledgement: 'ontvangstbevestiging',
  'completion-request': 'verzoek om aanvulling',
};

function show(story: Story, overview: Overview): void {
  const { application, nextDeadline, findings, letters } = overview;
  const { applicant } = application;
  const rows: (readonly string[])[] = [
    ['Zaak', `${application.number} (${application.statusName})`],
    ['Aanvrager', `${applicant.name}, ${applicant.street} ${applicant.houseNumber}, ${applicant.place}`],
    ['Plan', application.title],
    ['Gevraagd', formatEuros(cents(application.requestedCents))],
    ['Ontvangen', dutchDay(application.receivedOn)],
    ['Compleet', dutchDay(application.completedOn)],
    ['Nog in de kern', formatEuros(cents(overview.availableInKernCents))],
    ['Beslissen', `uiterlijk ${dutchDay(nextDeadline?.lastDate ?? null)}`],
    ...(nextDeadline?.sentences ?? []).map((sentence) => ['', sentence]),
    ['Toegezegd', `antwoord uiterlijk ${dutchDay(overview.promisedAnswerOn)}`],
    ...findings.map(({ statement, outcome }) => ['Bevinding', `${statement} – ${marks[outcome]}`]),
    ['Te doen', overview.possibleActions.map((action) => actionNames[action] ?? action).join('; ')],
    ...letters.map(({ kind, sentOn }) => ['Brief', `${letterNames[kind] ?? kind}, ${dutchDay(sentOn)}`]),
  ];
  story.narrator.table([['Onderdeel', 'Wat de behandelaar ziet'], ...rows]);
}

async function bramJudges(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-06-13', '13:30');
  const bram = await story.as('bram');
  const { items } = (await bram.get<Items<Application>>('/work-list?limit=100')).body;
  narrator.tell('De periode is voorbij. Bram opent zijn werklijst:');
  narrator.table([
    ['Nummer', 'Kern', 'Plan', 'Stand'],
    ...items.map(({ number, kernCode, title, statusName }) => [number ?? '', kernCode, title, statusName]),
  ]);
  narrator.check(
    'Alle tien ingediende aanvragen staan erop, in volgorde van binnenkomst, en geen enkel concept.',
    items.map(({ number }) => number),
    Array.from({ length: 10 }, (_, index) => `LB-2019-${String(index + 1).padStart(6, '0')}`),
  );
  narrator.tell('Bram legt voor elke volledige aanvraag en elke voorwaarde vast wat hij vindt, en waarom.');
  const notMet: Record<string, readonly string[]> = {};
  for (const applicant of judged) {
    const findings = await judge(story, applicant);
    notMet[applicant] = findings
      .filter(({ outcome }) => outcome !== 'met')
      .map(({ criterionCode }) => criterionCode);
  }
  narrator.check(
    'Zeven plannen voldoen aan alle voorwaarden. Dat van Thijs niet: het is een feest.',
    notMet,
    Object.fromEntries(judged.map((applicant) => [applicant, applicant === 'thijs' ? ['not-a-party'] : []])),
  );
}

/** What others than the handler of the case get to see. */
async function othersLook(story: Story): Promise<void> {
  const { narrator } = story;
  const kees = await story.as('kees');
  const toKees = await kees.refused('GET', `/applications/${story.caseOf('rik').id}`);
  narrator.check('Zaken uit Ravenswaaij bestaan niet voor Kees; dat is niet zijn kern.', toKees.status, 404);
  const path = '/work-list?kernCode=zoelen&status=incomplete';
  const { items } = (await kees.get<Items<Application>>(path)).body;
  narrator.check(
    'Kees vraagt welke aanvragen uit Zoelen nog niet compleet zijn: alleen die van Mila.',
    items.map(({ number }) => number),
    ['LB-2019-000010'],
  );
  const farid = await story.as('farid');
  const { body } = await farid.get<{ visibleParts: readonly string[] }>(
    `/applications/${story.caseOf('gijs').id}`,
  );
  narrator.check(
    'Farid van financiën ziet van een aanvraag alleen wat hij voor de betaling nodig heeft.',
    body.visibleParts,
    ['payment'],
  );
}

/** The assessor judges per criterion, and the officer of the kern sees all of one case on one page. */
export async function assessment(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.chapter('5. Beoordelen, voorwaarde voor voorwaarde');
  await bramJudges(story);
  const { id } = story.caseOf('gijs');
  const bram = await story.as('bram');
  const { version } = await story.application('bram', 'gijs');
  const problem = await bram.refused('PUT', `/applications/${id}/findings/in-time`, {
    version,
    body: { outcome: 'not-met', reason: 'Dit vond ik eigenlijk aan de late kant.' },
  });
  narrator.tell('Of een aanvraag op tijd is, volgt uit de datum. Daar kan Bram niets aan veranderen:');
  narrator.quote(problem.detail);
  narrator.check('Wat uit de feiten volgt, is niet te overschrijven.', problem, {
    code: 'criterion-computed',
  });
  narrator.tell('Zo ziet kernregisseur Kees de zaak van Gijs, op één plek:');
  const kees = await story.as('kees');
  const { body: overview } = await kees.get<Overview>(`/applications/${id}/overview`);
  show(story, overview);
  narrator.check(
    'Negen bevindingen, alle “voldaan”, en in Ingen is nog alles over.',
    {
      met: overview.findings.filter(({ outcome }) => outcome === 'met').length,
      availableInKernCents: overview.availableInKernCents,
    },
    { met: 9, availableInKernCents: 200_000 },
  );
  await othersLook(story);
}
