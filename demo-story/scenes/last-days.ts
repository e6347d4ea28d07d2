import type { Overview } from '../answers.ts';
import { apply, askToComplete, formOf, send, supplement, waitingLetter } from '../casework.ts';
import type { Story } from '../story.ts';

async function justInTime(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-05-29', '20:00');
  narrator.tell(
    'Rik uit Ravenswaaij vraagt € 600 voor een wandelroute. Zijn overzicht van de kosten komt later, schrijft hij.',
  );
  narrator.check('Ontvangen, nog niet compleet.', await apply(story, 'rik'), {
    number: 'LB-2019-000009',
    status: 'received',
    completedOn: null,
  });
  story.day('2019-05-31', '22:47');
  narrator.tell('Op de laatste avond dient Mila uit Zoelen een aanvraag in. Er ontbreekt veel.');
  const application = await apply(story, 'mila');
  narrator.check('Zij is op tijd: ook een aanvraag die nog niet compleet is, telt.', application, {
    number: 'LB-2019-000010',
    status: 'received',
    receivedOn: '2019-05-31',
  });
  narrator.check('Er ontbreken vier dingen.', application.missing.length, 4);
}

async function tooLate(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-06-03', '09:00');
  narrator.tell('Hidde heeft spijt en wil opnieuw aanvragen. Maar de periode is voorbij:');
  const hidde = await story.as('hidde');
  const problem = await hidde.refused('POST', '/applications', { body: formOf('hidde', 'submit') });
  narrator.quote(problem.detail);
  narrator.check('Te laat is te laat.', problem, { status: 409, code: 'window-closed' });
}

async function officialsAsk(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.tell('Noor vraagt Rik om zijn kosten. Kees vraagt Mila om de rest van haar aanvraag, per post.');
  const toRik = await askToComplete(story, 'noor', 'rik', [
    { what: 'Een overzicht van de kosten', why: 'Zo zien wij waar het geld naartoe gaat.' },
  ]);
  const toMila = await askToComplete(story, 'kees', 'mila', [
    {
      what: 'Wat u precies gaat doen, en wanneer',
      why: 'Zonder plan kunnen wij niet toetsen aan de voorwaarden.',
    },
    {
      what: 'Een overzicht van de kosten',
      why: 'De kosten moeten minstens zo hoog zijn als het bedrag dat u vraagt.',
    },
    { what: 'Wie in Zoelen uw plan steunt', why: 'De regeling vraagt om draagvlak.' },
    { what: 'Uw rekeningnummer', why: 'Zonder rekeningnummer kunnen wij niet betalen.' },
  ]);
  const acknowledgement = await waitingLetter(story, 'kees', 'mila', 'acknowledgement');
  await send(story, 'kees', acknowledgement.id, '2019-06-03', 'post');
  const sent = [
    await send(story, 'noor', toRik.id, '2019-06-03', 'electronic'),
    await send(story, 'kees', toMila.id, '2019-06-03', 'post'),
  ];
  narrator.check('Beiden hebben tot en met 17 juni. Vanaf morgen staat de klok stil.', sent, [
    { channel: 'electronic', lastCompletionDate: '2019-06-17' },
    { channel: 'post', lastCompletionDate: '2019-06-17' },
  ]);
}

async function rikCompletes(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-06-12', '12:15');
  narrator.tell('Rik vult aan. De klok van zijn aanvraag loopt weer.');
  const application = await supplement(story, 'rik', {
    explanation: 'De offerte van de drukker is binnen.',
    costs: [{ description: 'Tien bordjes met palen', amountCents: 60_000 }],
  });
  narrator.check('Compleet op 12 juni.', application, { status: 'complete', completedOn: '2019-06-12' });
  const noor = await story.as('noor');
  const { body } = await noor.get<Overview>(`/applications/${application.id}/overview`);
  for (const sentence of body.nextDeadline?.sentences ?? []) narrator.quote(sentence);
  narrator.check(
    'De klok stond acht dagen stil, en de laatste dag valt in het weekend: beslissen uiterlijk maandag 5 augustus.',
    body.nextDeadline,
    { kind: 'decision', lastDate: '2019-08-05' },
  );
  const steps = [
    '31 mei 2019',
    '26 juli 2019',
    '8 dagen stil, van 4 juni 2019 tot en met 11 juni 2019',
    '5 augustus 2019',
  ];
  narrator.check(
    'Elke stap van die berekening staat erbij, in een zin die Rik kan narekenen.',
    body.nextDeadline?.sentences.map((sentence, index) => sentence.includes(steps[index] ?? '?')),
    steps.map(() => true),
  );
}

/** The last evening, somebody who is too late, and two who are asked to complete. */
export async function lastDays(story: Story): Promise<void> {
  story.narrator.chapter('4. De laatste dagen: op tijd, te laat en niet compleet');
  await justInTime(story);
  await tooLate(story);
  await officialsAsk(story);
  await rikCompletes(story);
}
