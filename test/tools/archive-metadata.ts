import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { CaseResult, DossierCase, WrittenFile } from '../../src/dossiers/domain/dossier.ts';
import { metadataOf } from '../../src/dossiers/domain/mdto.ts';

const run = promisify(execFile);
const schema = resolve('..', 'shared', 'conformance', 'mdto-1.0.2.xsd');
const on = calendarDate('2019-04-12');

const letter: WrittenFile = {
  ...{
    path: 'brieven/001-besluit.pdf',
    part: 'Brieven',
    description: 'Besluit van "het college" & co <1>',
    on,
  },
  ...{ mediaType: 'application/pdf', sizeBytes: 39_338, sha256: 'a'.repeat(64) },
};

function caseOf(result: CaseResult): DossierCase {
  const frame = { number: 'LB-2019-000005', title: 'Een bank\u0001 & meer', receivedOn: on };
  return { ...frame, result, tables: [], documents: [], leftOut: [] };
}

/** What xmllint says of one file; empty when it is as the schema wants. */
async function faultsOf(file: string): Promise<string[]> {
  return run('xmllint', ['--noout', '--schema', schema, file]).then(
    () => [],
    (error: Error & { readonly stderr?: string }) => [(error.stderr ?? error.message).trim()],
  );
}

/** Holds the metadata for the archive against the schema of the National Archives, for every way in which a case ends. */
export async function checkArchiveMetadata(): Promise<string[]> {
  if (!existsSync(schema)) {
    console.log(`Metadata for the archive is not checked, because this schema is not here: ${schema}`);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'kernbudget-mdto-'));
  const by = { municipalityName: 'Lindenrade', madeAt: new Date('2019-07-01T08:00:00Z') };
  const faults: string[] = [];
  try {
    for (const result of ['granted', 'refused', 'broken-off', 'open'] as const) {
      for (const [index, { path, xml }] of metadataOf(caseOf(result), [letter], by).entries()) {
        const file = join(folder, `${result}-${index}.xml`);
        await writeFile(file, xml);
        faults.push(
          ...(await faultsOf(file)).map((fault) => `${path} of a case that is ${result}: ${fault}`),
        );
      }
    }
    // A check that finds nothing wrong with a spoiled file checks nothing.
    const spoiled = join(folder, 'spoiled.xml');
    const [first] = metadataOf(caseOf('granted'), [], by);
    await writeFile(spoiled, (first?.xml ?? '').replace('waardering', 'waarde'));
    if ((await faultsOf(spoiled)).length === 0) faults.push('a spoiled file is found right');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return faults;
}
