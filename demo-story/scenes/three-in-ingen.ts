import { randomUUID } from 'node:crypto';
import type { Application, Overview } from '../answers.ts';
import { apply, askToComplete, formOf, lettersOf, send, supplement } from '../casework.ts';
import type { Story } from '../story.ts';

async function gijsIsFirst(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-03-04', '09:12');
  narrator.tell('Gijs is de eerste. Hij vraagt € 900 voor een jeu-de-boulesbaan, maar vergeet de kosten.');
  const application = await apply(story, 'gijs');
  narrator.check('Zijn aanvraag is ontvangen en heeft een nummer, maar is nog niet compleet.', application, {
    number: 'LB-2019-000001',
    status: 'received',
    receivedOn: '2019-03-04',
    completedOn: null,
  });
  narrator.tell('Gijs ziet meteen wat er ontbreekt:');
  for (const missing of application.missing) narrator.quote(missing);
  const [acknowledgement] = await lettersOf(story, 'gijs', 'gijs');
  narrator.check('De ontvangstbevestiging is dezelfde dag digitaal verzonden.', acknowledgement, {
    kind: 'acknowledgement',
    sentOn: '2019-03-04',
    channel: 'electronic',
  });
}

async function keesAsksGijs(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-03-05', '10:30');
  narrator.tell(
    'Kernregisseur Kees vraagt Gijs om zijn aanvraag aan te vullen. Hij krijgt daarvoor twee weken.',
  );
  const letter = await askToComplete(story, 'kees', 'gijs', [
    {
      what: 'Een overzicht van de kosten van de baan',
      why: 'De kosten moeten minstens zo hoog zijn als het bedrag dat u vraagt.',
    },
    {
      what: 'Wie in Ingen uw plan steunt',
      why: 'De regeling vraagt om draagvlak in uw straat, buurt of kern.',
    },
  ]);
  const before = await lettersOf(story, 'gijs', 'gijs');
  narrator.check('Zolang de brief niet is verzonden, ziet Gijs hem niet.', before.length, 1);
  const sent = await send(story, 'kees', letter.id, '2019-03-05', 'electronic');
  narrator.check('De brief noemt de laatste dag: twee weken na de dag van verzending.', sent, {
    kind: 'completion-request',
    sentOn: '2019-03-05',
    lastCompletionDate: '2019-03-19',
  });
  narrator.check('De aanvraag van Gijs is nu “onvolledig”.', await story.application('kees', 'gijs'), {
    status: 'incomplete',
    statusName: 'onvolledig',
  });
}

async function fennaClicksTwice(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-03-11', '19:45');
  narrator.tell('Fenna vraagt € 850 voor een bank en een tuindag. Haar computer hapert: ze klikt twee keer.');
  const fenna = await story.as('fenna');
  const request = { body: formOf('fenna', 'submit'), key: randomUUID() };
  const first = await fenna.post<Application>('/applications', request);
  const second = await fenna.post<Application>('/applications', request);
  story.remember('fenna', first.body);
  narrator.check('Twee keer klikken is één aanvraag: dezelfde, met hetzelfde nummer.', second.body, {
    id: first.body.id,
    number: 'LB-2019-000002',
    status: 'complete',
    completedOn: '2019-03-11',
  });
  const problem = await fenna.refused('GET', `/applications/${story.caseOf('gijs').id}`);
  narrator.tell('Fenna is nieuwsgierig naar de aanvraag van haar buurman Gijs. Het antwoord is:');
  narrator.quote(problem.detail);
  narrator.check('Andermans aanvraag bestaat voor haar niet.', problem, {
    status: 404,
    code: 'application-not-found',
  });
}

async function hiddeAndJokeApply(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-03-13', '21:05');
  narrator.tell('Hidde vraagt € 500 voor een ruilkast voor boeken.');
  narrator.check('Compleet op 13 maart.', await apply(story, 'hidde'), {
    number: 'LB-2019-000003',
    status: 'complete',
    completedOn: '2019-03-13',
  });
  story.day('2019-03-14', '16:20');
  narrator.tell('Joke vraagt € 700 voor fruitbomen bij de speeltuin.');
  narrator.check('Compleet op 14 maart.', await apply(story, 'joke'), {
    number: 'LB-2019-000004',
    status: 'complete',
    completedOn: '2019-03-14',
  });
}

async function gijsCompletes(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-03-18', '20:10');
  narrator.tell('Gijs vult zijn aanvraag aan, een dag voor het eind van de termijn.');
  const application = await supplement(story, 'gijs', {
    explanation: 'Hierbij de kosten van de baan en de namen van de buren die meedoen.',
    costs: [
      { description: 'Split, balken en zand', amountCents: 62_000 },
      { description: 'Huur van een trilplaat', amountCents: 28_000 },
    ],
    support: 'Achttien buren rond het plein tekenden voor de baan en helpen met aanleggen.',
  });
  narrator.check(
    'Zijn aanvraag is compleet op 18 maart. Die dag telt voor de volgorde, niet 4 maart.',
    application,
    {
      status: 'complete',
      receivedOn: '2019-03-04',
      completedOn: '2019-03-18',
      missing: [],
    },
  );
  const kees = await story.as('kees');
  const path = `/applications/${application.id}/overview`;
  const { body: overview } = await kees.get<Overview>(path);
  narrator.check(
    'Beslissen moet binnen acht weken na het sluiten van de periode: uiterlijk 26 juli 2019.',
    overview.nextDeadline,
    { kind: 'decision', lastDate: '2019-07-26' },
  );
}

/** Three plans in one kern that do not fit together: the first to come in is the last to be complete. */
export async function threeInIngen(story: Story): Promise<void> {
  story.narrator.chapter('2. Ingen: wie het eerst compleet is');
  await gijsIsFirst(story);
  await keesAsksGijs(story);
  await fennaClicksTwice(story);
  await hiddeAndJokeApply(story);
  await gijsCompletes(story);
}
