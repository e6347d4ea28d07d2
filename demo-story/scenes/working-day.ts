import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Items } from '../answers.ts';
import type { Story } from '../story.ts';

interface Change {
  readonly version: number;
  readonly letterId: string | null;
  readonly rows: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

interface Index {
  readonly caseNumber: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly leftOut: readonly { readonly what: string; readonly because: string }[];
}

/** An official finds that a letter was typed over wrongly. */
export async function aSlipOfThePen(story: Story): Promise<void> {
  const { narrator } = story;
  story.day('2019-05-24', '10:20');
  narrator.tell(
    'Noor ziet dat zij het huisnummer van Wim verkeerd overnam van zijn brief. Zij verbetert het, met de reden.',
  );
  const noor = await story.as('noor');
  const before = await story.application('noor', 'wim');
  const path = `/applications/${before.id}`;
  const reason = 'Op de brief staat een ander huisnummer.';
  const body = { origin: 'entry', reason, applicant: { houseNumber: '18 b' } };
  const { rows, letterId } = (
    await noor.post<Change>(`${path}/corrections`, { version: before.version, body })
  ).body;
  narrator.table([
    ['Gegeven', 'Was', 'Is'],
    ...rows.map(({ label, before: was, after }) => [label, was, after]),
  ]);
  const { receivedOn, completedOn, status } = before;
  narrator.check(
    'De klok en de plaats in de volgorde zijn hetzelfde gebleven.',
    await story.application('noor', 'wim'),
    { receivedOn, completedOn, status },
  );
  narrator.check('Voor een huisnummer gaat er geen brief uit; het staat bij de zaak.', letterId, null);
  const { items } = (await noor.get<Items<Change>>(`${path}/changes`)).body;
  narrator.check('Wat er stond, blijft te zien.', items, [{ kind: 'correction', origin: 'entry', reason }]);
  const more = { version: (await story.application('noor', 'wim')).version };
  const problem = await noor.refused('POST', `${path}/corrections`, {
    ...more,
    body: { origin: 'applicant', reason: 'Wim wil meer.', requestedCents: 199_900 },
  });
  narrator.quote(problem.detail);
  narrator.check('Meer vragen is geen verbetering.', problem, { code: 'request-not-corrected' });
}

/** The whole of a case in one file, for who decides on an objection. */
export async function aDossier(story: Story, folder: string): Promise<void> {
  const { narrator } = story;
  const roos = await story.as('roos');
  narrator.tell('Roos haalt het dossier van Wim op, zoals zij het bij een bezwaar zou klaarleggen.');
  const { bytes } = await roos.file(
    `/applications/${story.caseOf('wim').id}/dossiers/objection`,
    'application/zip',
  );
  const name = `dossier-${story.caseOf('wim').number}.zip`;
  await writeFile(join(folder, name), bytes);
  const files = unzipSync(bytes);
  const index = JSON.parse(Buffer.from(files['index.json'] ?? []).toString('utf8')) as Index;
  const wrong = index.files.filter(({ path, sha256 }) => {
    const content = files[path];
    return content === undefined || createHash('sha256').update(content).digest('hex') !== sha256;
  });
  narrator.check('Elk bestand klopt met de SHA-256 in de inhoudsopgave.', wrong, []);
  narrator.check(
    'De brieven zitten erin zoals ze zijn verzonden.',
    index.files.filter(({ path }) => path.startsWith('brieven/')).length > 0,
    true,
  );
  const farid = await story.as('farid');
  const problem = await farid.refused('GET', `/applications/${story.caseOf('wim').id}/dossiers/objection`);
  narrator.check('Financiën krijgt dit dossier niet.', problem.status, 403);
  narrator.tell(`Het dossier staat in ${join(folder, name)}: open index.html.`);
}
