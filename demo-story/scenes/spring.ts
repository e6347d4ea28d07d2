import type { Application, Items } from '../answers.ts';
import { apply, formOf, lettersOf, send, waitingLetter } from '../casework.ts';
import { plans, regulationCode } from '../plans.ts';
import type { Story } from '../story.ts';

async function zeynepKeepsADraft(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-04-10', '22:15');
  narrator.tell('Zeynep uit Zoelen begint aan haar aanvraag en bewaart die als concept.');
  const zeynep = await story.as('zeynep');
  const body = formOf('zeynep', 'draft', { requestedCents: 100_000 });
  const draft = (await zeynep.post<Application>('/applications', { body })).body;
  story.remember('zeynep', draft);
  narrator.check('Een concept heeft nog geen nummer en geen ontvangstdatum.', draft, {
    status: 'draft',
    number: null,
    receivedOn: null,
  });
  const kees = await story.as('kees');
  const problem = await kees.refused('GET', `/applications/${draft.id}`);
  const { items } = (await kees.get<Items<Application>>('/work-list?kernCode=zoelen')).body;
  narrator.check(
    'Kernregisseur Kees ziet het concept niet, ook niet op zijn werklijst.',
    { status: problem.status, items },
    { status: 404, items: [] },
  );
}

async function wimWritesALetter(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-04-16', '11:00');
  narrator.tell(
    'Wim uit Ravenswaaij stuurde een brief. Die lag op 12 april in de bus en kreeg toen een stempel. Kernregisseur Noor voert hem vandaag in.',
  );
  const noor = await story.as('noor');
  const body = { ...plans.wim, regulationCode, channel: 'paper', receivedOn: '2019-04-12' };
  const application = (await noor.post<Application>('/paper-applications', { body })).body;
  story.remember('wim', application);
  narrator.check('Het stempel telt: ontvangen en compleet op 12 april.', application, {
    number: 'LB-2019-000005',
    status: 'complete',
    receivedOn: '2019-04-12',
    completedOn: '2019-04-12',
  });
  const letter = await waitingLetter(story, 'noor', 'wim', 'acknowledgement');
  const problem = await noor.refused('POST', `/letters/${letter.id}/announcement`, {
    version: 1,
    body: { sentOn: '2019-04-16', channel: 'electronic' },
  });
  narrator.check(
    'Wim koos niet voor digitale post: digitaal verzenden wordt geweigerd.',
    problem.status,
    409,
  );
  narrator.quote(problem.detail);
  narrator.check(
    'De ontvangstbevestiging gaat per post.',
    await send(story, 'noor', letter.id, '2019-04-16', 'post'),
    { sentOn: '2019-04-16', channel: 'post' },
  );
}

async function zeynepSubmits(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-04-24', '21:30');
  narrator.tell('Zeynep rekent nog eens, maakt er € 1.250 van, en dient haar aanvraag in.');
  const zeynep = await story.as('zeynep');
  const { version, id } = await story.application('zeynep', 'zeynep');
  const body = { regulationCode, ...plans.zeynep };
  const revised = (await zeynep.put<Application>(`/applications/${id}`, { version, body })).body;
  const outdated = await zeynep.refused('POST', `/applications/${id}/submission`, { version });
  narrator.check(
    'Indienen van een oude versie wordt geweigerd; zo gaat er niets verloren.',
    outdated.status,
    412,
  );
  const sent = await zeynep.post<Application>(`/applications/${id}/submission`, { version: revised.version });
  story.remember('zeynep', sent.body);
  narrator.check('De aanvraag is compleet op de dag van indienen.', sent.body, {
    number: 'LB-2019-000006',
    status: 'complete',
    requestedCents: 125_000,
    receivedOn: '2019-04-24',
    completedOn: '2019-04-24',
  });
}

async function hiddeWithdraws(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-05-14', '09:40');
  narrator.tell('Hidde krijgt een kast cadeau van de bibliotheek. Hij trekt zijn aanvraag in.');
  const hidde = await story.as('hidde');
  const { id, version } = await story.application('hidde', 'hidde');
  const withdrawn = await hidde.post<Application>(`/applications/${id}/withdrawal`, { version });
  narrator.check('De aanvraag eindigt zonder besluit.', withdrawn.body, { status: 'withdrawn' });
}

async function sanneAndThijsApply(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-05-20', '14:00');
  narrator.tell(
    'Sanne vraagt namens haar stichting € 750 voor een verhalenbank. De stichting wil brieven per post.',
  );
  narrator.check('De aanvraag is van de stichting en compleet.', await apply(story, 'sanne'), {
    number: 'LB-2019-000007',
    status: 'complete',
    applicant: { name: 'Stichting Het Verzonnen Dorpshuis' },
  });
  const waiting = await waitingLetter(story, 'kees', 'sanne', 'acknowledgement');
  await send(story, 'kees', waiting.id, '2019-05-20', 'post');
  const [acknowledgement] = await lettersOf(story, 'sanne', 'sanne');
  narrator.check('Kees doet de ontvangstbevestiging op de post.', acknowledgement, { channel: 'post' });
  story.day('2019-05-23', '18:30');
  narrator.tell('Thijs uit Ravenswaaij vraagt € 500 voor eten en drinken op een zomerfeest.');
  narrator.check(
    'Ook zijn aanvraag is gewoon ontvangen; beoordelen komt later.',
    await apply(story, 'thijs'),
    {
      number: 'LB-2019-000008',
      status: 'complete',
    },
  );
}

/** A draft, a letter on paper, somebody who changes his mind, a foundation, and a party. */
export async function spring(story: Story): Promise<void> {
  story.narrator.chapter('3. April en mei: concept, papier, intrekken, een stichting en een feest');
  await zeynepKeepsADraft(story);
  await wimWritesALetter(story);
  await zeynepSubmits(story);
  await hiddeWithdraws(story);
  await sanneAndThijsApply(story);
}
