import type { Application, CollegeList } from '../answers.ts';
import { regulationCode } from '../plans.ts';
import type { Story } from '../story.ts';
import { lineOf } from './list-for-the-college.ts';

async function choose(story: Story, declinesPart: boolean): Promise<void> {
  const gijs = await story.as('gijs');
  const path = `/applications/${story.caseOf('gijs').id}`;
  const { version } = (await gijs.get<Application>(path)).body;
  await gijs.put(`${path}/remainder-choice`, { version, body: { declinesPart } });
}

/** What happens when the one who would get the remainder has no use for a part, and when he thinks again. */
export async function remainderDeclined(story: Story): Promise<void> {
  const { narrator } = story;
  narrator.tell(
    'Voor Gijs blijft minder over dan hij vroeg. Hij laat weten dat hij aan een deel niets heeft:',
  );
  await choose(story, true);
  const mees = await story.as('mees');
  const list = (await mees.post<CollegeList>('/college-lists', { body: { regulationCode } })).body;
  narrator.quote(lineOf(story, list, 'gijs')?.explanation ?? '');
  narrator.check(
    'Dan krijgt hij niets, en het restant blijft voor wie na hem komt.',
    lineOf(story, list, 'gijs'),
    {
      kind: 'refusal',
      place: 3,
      proposedCents: 0,
    },
  );
  const again = await mees.get<{ agrees: boolean }>(`/college-lists/${list.id}/recomputation`);
  narrator.check(
    'Wie de lijst narekent uit wat erbij is bewaard, komt op hetzelfde uit.',
    again.body.agrees,
    true,
  );
  narrator.tell('Gijs bedenkt zich: een deel is ook goed.');
  await choose(story, false);
}
