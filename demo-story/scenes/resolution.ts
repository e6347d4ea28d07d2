import type { Application, Budget, CollegeList, Items } from '../answers.ts';
import type { Story } from '../story.ts';
import { lineOf } from './list-for-the-college.ts';

export async function budgetOf(story: Story, kernCode: string): Promise<Budget | undefined> {
  const path = `/budgets?kernCode=${kernCode}&year=2019`;
  return (await story.anybody().get<Items<Budget>>(path)).body.items[0];
}

async function ceilingHolds(story: Story, list: CollegeList): Promise<void> {
  const { narrator } = story;
  const roos = await story.as('roos');
  narrator.tell(
    'Roos registreert het besluit. Eerst maakt zij een vergissing: zij geeft Gijs het hele bedrag van € 900.',
  );
  const wrong = {
    number: 'B&W 2019-26',
    resolutionDate: '2019-06-25',
    lines: [
      {
        applicationId: story.caseOf('gijs').id,
        outcome: 'changed',
        kind: 'grant',
        grantedCents: 90_000,
        reason: 'Het college vindt dit een mooi plan.',
      },
    ],
  };
  const problem = await roos.refused('POST', `/college-lists/${list.id}/resolution`, {
    version: list.version,
    body: wrong,
  });
  narrator.quote(problem.detail);
  narrator.check('Boven het plafond kan niemand uitkomen, ook het college niet.', problem, {
    status: 409,
    code: 'ceiling-reached',
  });
  narrator.check(
    'En er is niets half gedaan: in Ingen is nog steeds niets toegezegd.',
    await budgetOf(story, 'ingen'),
    {
      availableCents: 200_000,
      committedCents: 0,
      entryCount: 1,
    },
  );
}

async function register(story: Story, list: CollegeList): Promise<void> {
  const { narrator } = story;
  const roos = await story.as('roos');
  narrator.tell('Nu goed. Het college volgt de lijst, maar houdt de bank van de stichting een week aan.');
  const reason = 'Het college wil eerst weten of de eigenaar van het plein akkoord is met de bank.';
  const body = {
    number: 'B&W 2019-26',
    resolutionDate: '2019-06-25',
    lines: [{ applicationId: story.caseOf('sanne').id, outcome: 'deferred', reason }],
  };
  const path = `/college-lists/${list.id}/resolution`;
  const resolved = (await roos.post<CollegeList>(path, { version: list.version, body })).body;
  narrator.check(
    'Het besluit is geregistreerd; de regel van de stichting is aangehouden.',
    {
      status: resolved.status,
      sanne: lineOf(story, resolved, 'sanne')?.resolution,
      gijs: lineOf(story, resolved, 'gijs')?.resolution,
    },
    {
      status: 'resolved',
      sanne: { outcome: 'deferred', reason },
      gijs: { outcome: 'as-proposed' },
    },
  );
  const twice = await roos.refused('POST', path, { version: resolved.version, body });
  narrator.check('Twee keer registreren kan niet.', twice, { status: 409, code: 'list-already-resolved' });
}

async function checkMoney(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.check(
    'In Ingen is € 2.000 toegezegd: 850 + 700 + 450. Er is niets over.',
    await budgetOf(story, 'ingen'),
    {
      availableCents: 0,
      committedCents: 200_000,
    },
  );
  narrator.check('In Zoelen € 1.250; de € 750 van de stichting wacht nog.', await budgetOf(story, 'zoelen'), {
    availableCents: 75_000,
    committedCents: 125_000,
  });
  narrator.check('In Ravenswaaij € 1.000: 400 + 600.', await budgetOf(story, 'ravenswaaij'), {
    availableCents: 100_000,
    committedCents: 100_000,
  });
}

/** The college has decided; money is committed and letters lie ready, but nobody knows yet. */
export async function resolution(story: Story, list: CollegeList): Promise<void> {
  const { narrator } = story;
  narrator.chapter('7. Het besluit van het college');
  await ceilingHolds(story, list);
  await register(story, list);
  await checkMoney(story);
  const fenna = await story.as('fenna');
  const { id } = story.caseOf('fenna');
  const problem = await fenna.refused('GET', `/applications/${id}/decision`);
  narrator.tell('Besloten is nog niet bekendgemaakt. Fenna vraagt naar haar besluit en leest:');
  narrator.quote(problem.detail);
  narrator.check('Tot de brief is verzonden, weet Fenna nog niets.', problem.status, 404);
  const { version } = (await fenna.get<Application>(`/applications/${id}`)).body;
  const late = await fenna.refused('POST', `/applications/${id}/withdrawal`, { version });
  narrator.check('Intrekken kan niet meer, want er is besloten.', late, {
    status: 409,
    code: 'step-not-possible',
  });
}
