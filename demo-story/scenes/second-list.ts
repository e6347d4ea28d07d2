import type { CollegeList } from '../answers.ts';
import { regulationCode } from '../plans.ts';
import type { Story } from '../story.ts';
import { announce } from './announcement.ts';
import { lineOf, showList } from './list-for-the-college.ts';
import { budgetOf } from './resolution.ts';

/** The line that was deferred comes back on a list of its own. */
export async function secondList(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.chapter('9. De aangehouden regel komt terug');
  story.day('2019-06-28', '11:00');
  narrator.tell('De eigenaar van het plein is akkoord. Kees zet de stichting op een nieuwe lijst.');
  const kees = await story.as('kees');
  const body = { regulationCode, kernCodes: ['zoelen'] };
  const list = (await kees.post<CollegeList>('/college-lists', { body })).body;
  showList(story, list);
  narrator.check(
    'Er is nog precies € 750 in Zoelen.',
    [...list.lines],
    [{ applicationId: story.caseOf('sanne').id, kind: 'grant', proposedCents: 75_000 }],
  );
  story.day('2019-07-02', '14:00');
  const roos = await story.as('roos');
  const resolved = await roos.post<CollegeList>(`/college-lists/${list.id}/resolution`, {
    version: list.version,
    body: { number: 'B&W 2019-27', resolutionDate: '2019-07-02' },
  });
  narrator.tell('Het college besluit op 2 juli zoals voorgesteld; Roos registreert het.');
  narrator.check('De stichting krijgt € 750.', lineOf(story, resolved.body, 'sanne'), {
    proposedCents: 75_000,
    resolution: { outcome: 'as-proposed' },
  });
  narrator.tell(
    'De toezegging om voor 1 juli te antwoorden is voor de stichting niet gehaald; de wet gaf tijd tot 26 juli.',
  );
  story.day('2019-07-03', '09:00');
  const letter = { applicant: 'sanne', kind: 'grant', grantedCents: 75_000, channel: 'post' } as const;
  narrator.check(
    'De brief gaat per post. Bezwaar kan tot en met 14 augustus 2019.',
    await announce(story, letter, '2019-07-03'),
    { sentOn: '2019-07-03', channel: 'post', lastObjectionDate: '2019-08-14' },
  );
  narrator.check('Zoelen heeft precies alles toegezegd.', await budgetOf(story, 'zoelen'), {
    availableCents: 0,
    committedCents: 200_000,
  });
}
