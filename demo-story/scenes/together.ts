import { createHash } from 'node:crypto';
import { present } from '../../src/kernel/assert.ts';
import type { Items } from '../answers.ts';
import type { Story } from '../story.ts';

interface Attachment {
  readonly id: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly sha256: string;
}

interface Party {
  readonly id: string;
  readonly code: string;
}

function formWith(kind: string, content: Buffer | string, name: string): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return form;
}

/** What came on paper is scanned, and a neighbour says that he takes part. */
export async function together(story: Story): Promise<void> {
  const { narrator } = story;
  const { id } = story.caseOf('wim');
  const path = `/applications/${id}`;
  const [noor, thijs] = [await story.as('noor'), await story.as('thijs')];
  story.day('2019-05-24', '11:05');
  narrator.tell('Noor voegt de scan van een brief toe aan de zaak van Wim, die geen computer gebruikt.');
  const { items: letters } = (await noor.get<Items<{ id: string; sentOn: string | null }>>(`${path}/letters`))
    .body;
  const sent = present(
    letters.find(({ sentOn }) => sentOn !== null),
    'Wim kreeg een ontvangstbevestiging',
  );
  const { bytes } = await noor.file(`/letters/${sent.id}/document`, 'application/pdf');
  const scan = (
    await noor.post<Attachment>(`${path}/attachments`, { body: formWith('scan', bytes, 'brief.pdf') })
  ).body;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  narrator.check('De bijlage is precies wat is gestuurd.', scan, { mediaType: 'application/pdf', sha256 });
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const problem = await noor.refused('POST', `${path}/attachments`, {
    body: formWith('drawing', drawing, 'tekening.png'),
  });
  narrator.check(
    'Een tekening met een programma erin wordt geweigerd, hoe zij ook heet.',
    problem.status,
    400,
  );
  narrator.tell('Thijs doet mee met het plan van Wim. Noor noemt hem; Thijs stemt zelf in met zijn code.');
  const body = {
    ...{ role: 'co-applicant', name: 'Thijs Verzonnen', street: 'Waalbandijk', houseNumber: '20' },
    ...{ postcode: '4119 LA', place: 'Ravenswaaij' },
  };
  const { code } = (await noor.post<Party>(`${path}/parties`, { body })).body;
  await thijs.post('/party-confirmations', { body: { code } });
  const { parties } = (await noor.get<{ parties: readonly object[] }>(`${path}/parties`)).body;
  narrator.check('Thijs telt mee vanaf de dag waarop hij instemde.', parties, [
    { role: 'co-applicant', consentedBy: 'login', consentedOn: '2019-05-24' },
  ]);
}
