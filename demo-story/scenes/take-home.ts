import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commaSeparated } from '../../src/platform/http/comma-separated.ts';
import { lettersOf } from '../casework.ts';
import { applicants, type Story } from '../story.ts';
import { ledgerOf2019 } from './finance.ts';

const names: Readonly<Record<string, string>> = {
  acknowledgement: 'ontvangstbevestiging',
  'completion-request': 'aanvulverzoek',
  grant: 'verlening',
  'partial-grant': 'gedeeltelijke-verlening',
  refusal: 'afwijzing',
  'left-untreated': 'buiten-behandeling',
};

const ledgerColumns = [
  'kernName',
  'entryNumber',
  'countsOn',
  'movement',
  'debitAccount',
  'creditAccount',
  'amountCents',
  'debitBalanceCents',
  'creditBalanceCents',
  'reference',
  'grantId',
] as const;

async function saveLetters(story: Story, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const bram = await story.as('bram');
  const saved: string[] = [];
  for (const applicant of applicants) {
    for (const { id, kind, sentOn } of await lettersOf(story, 'bram', applicant)) {
      if (sentOn === null) continue;
      const name = `${story.caseOf(applicant).number}-${names[kind] ?? kind}.pdf`;
      const { bytes } = await bram.get(`/letters/${id}/document`);
      await writeFile(join(folder, name), bytes);
      saved.push(name);
    }
  }
  return saved.sort();
}

/** Removes what an earlier run left, so that nothing old is taken for new; what is kept beside it stays. */
export async function clear(folder: string): Promise<void> {
  for (const part of [folder, join(folder, 'letters')]) {
    const found = await readdir(part).catch((): string[] => []);
    const left = found.filter((name) => /\.(?:pdf|csv|zip)$/.test(name));
    await Promise.all(left.map((name) => rm(join(part, name), { force: true })));
  }
}

/** Leaves the letters and both files behind, for who wants to look at them. */
export async function takeHome(story: Story, folder: string): Promise<void> {
  const { narrator } = story;
  narrator.chapter('15. Wat er overblijft');
  const letters = await saveLetters(story, join(folder, 'letters'));
  const farid = await story.as('farid');
  const spending = await farid.file('/reports/spending?year=2019', 'text/csv');
  await writeFile(join(folder, 'spending.csv'), spending.bytes);
  await writeFile(join(folder, 'ledger.csv'), commaSeparated(ledgerColumns, await ledgerOf2019(story)));
  const count = (kind: string) => letters.filter((name) => name.endsWith(`-${kind}.pdf`)).length;
  narrator.check(
    'Er zijn 22 brieven verzonden: 10 ontvangstbevestigingen, 3 verzoeken om aanvulling en 9 besluiten.',
    {
      total: letters.length,
      acknowledgements: count('ontvangstbevestiging'),
      requests: count('aanvulverzoek'),
      grants: count('verlening'),
      refusals: count('afwijzing'),
      leftUntreated: count('buiten-behandeling'),
    },
    { total: 22, acknowledgements: 10, requests: 3, grants: 7, refusals: 1, leftUntreated: 1 },
  );
  narrator.check(
    'De besteding staat ook in een bestand: een kop en vijftien regels.',
    lineCount(spending.bytes),
    16,
  );
  narrator.tell(`De brieven staan in ${join(folder, 'letters')}:`);
  for (const name of letters) console.log(`      ${name}`);
  narrator.tell(
    `De besteding staat in ${join(folder, 'spending.csv')}, het grootboek in ${join(folder, 'ledger.csv')}.`,
  );
}

function lineCount(bytes: Buffer): number {
  return bytes.toString('utf8').trimEnd().split('\r\n').length;
}
