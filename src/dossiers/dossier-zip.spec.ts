import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Dossier, DossierDocument } from './domain/dossier.ts';
import { zipOf } from './dossier-zip.ts';

const on = calendarDate('2019-04-12');
const content = Buffer.from('%PDF de brief');
const sha256 = createHash('sha256').update(content).digest('hex');

const document = (path: string, change: Partial<DossierDocument> = {}): DossierDocument => ({
  ...{ part: 'letters', path, description: path, on, mediaType: 'application/pdf', sha256 },
  load: () => Promise.resolve(content),
  ...change,
});

const dossierWith = (documents: readonly DossierDocument[], purpose: Dossier['purpose'] = 'objection') => ({
  ...{ purpose, municipalityName: 'Lindenrade', madeAt: new Date('2019-07-01T08:00:00Z'), madeBy: 'Roos' },
  cases: [
    {
      ...{ number: 'LB-2019-000001', title: 'Een bank', receivedOn: on, result: 'granted' as const },
      ...{ tables: [{ part: 'notes' as const, columns: ['Wat'], rows: [['=1+1']] }], documents, leftOut: [] },
    },
  ],
  leftOut: [],
});

async function written(dossier: Dossier): Promise<{ bytes: Buffer; files: Record<string, Uint8Array> }> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(dossier)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  return { bytes, files: unzipSync(bytes) };
}

const indexOf = (files: Record<string, Uint8Array>) =>
  JSON.parse(Buffer.from(files['index.json']!).toString()) as {
    files: { path: string }[];
    leftOut: { what: string; because: string }[];
  };

describe('A dossier as a ZIP', () => {
  it('of the same case is the same to the last byte', async () => {
    const one = await written(dossierWith([document('brieven/001.pdf')], 'archive'));
    const other = await written(dossierWith([document('brieven/001.pdf')], 'archive'));
    expect(other.bytes.equals(one.bytes)).toBe(true);
    expect(Buffer.from(one.files['brieven/001.pdf']!).equals(content)).toBe(true);
  });

  it('names what cannot be read or is not what was kept, and holds the rest', async () => {
    const { files } = await written(
      dossierWith([
        document('brieven/001.pdf', { load: () => Promise.reject(new Error('the store is away')) }),
        document('brieven/002.pdf', { load: () => Promise.resolve(Buffer.from('iets anders')) }),
        document('brieven/003.pdf'),
      ]),
    );
    expect(Object.keys(files)).toEqual(expect.not.arrayContaining(['brieven/001.pdf', 'brieven/002.pdf']));
    expect(Object.keys(files)).toContain('brieven/003.pdf');
    expect(indexOf(files).leftOut).toEqual([
      { what: 'brieven/001.pdf (brieven/001.pdf)', because: 'De inhoud kon niet worden gelezen.' },
      { what: 'brieven/002.pdf (brieven/002.pdf)', because: expect.stringContaining('SHA-256 verschilt') },
    ]);
  });

  it('hands out each document before it reads the next', async () => {
    const read: string[] = [];
    const load = (name: string) => () => {
      read.push(name);
      return Promise.resolve(content);
    };
    const pieces = zipOf(
      dossierWith([document('een.pdf', { load: load('een') }), document('twee.pdf', { load: load('twee') })]),
    );
    await pieces.next();
    expect(read).toEqual(['een']);
  });

  it('has metadata beside each file only for the archive, and text that starts no formula', async () => {
    const archive = await written(dossierWith([document('brieven/001.pdf')], 'archive'));
    const objection = await written(dossierWith([document('brieven/001.pdf')]));
    const isMetadata = (path: string) => path.startsWith('mdto/');
    expect(Object.keys(archive.files).filter(isMetadata)).toHaveLength(1 + 2 * 3);
    expect(Object.keys(objection.files).filter(isMetadata)).toEqual([]);
    expect(Buffer.from(objection.files['gegevens/notities.csv']!).toString()).toContain("'=1+1");
  });
});
