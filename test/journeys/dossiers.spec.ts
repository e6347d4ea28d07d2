import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { attach, attachmentsOf } from '../support/attachment-steps.ts';
import {
  type ApplicationAnswer,
  expectRefusal,
  lettersOf,
  paperApplication,
  prepareList,
  register,
  submit,
} from '../support/case-steps.ts';
import { runOperatorCommand } from '../support/operator-command.ts';
import { pdfDocument } from '../support/sample-files.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

interface Index {
  readonly caseNumber: string;
  readonly mergedCaseNumbers: readonly string[];
  readonly purpose: string;
  readonly files: readonly { path: string; sha256: string; sizeBytes: number }[];
  readonly leftOut: readonly { what: string; because: string }[];
}

let townHall: TownHall;
let finance: TestCaller;
let application: ApplicationAnswer;
let paper: ApplicationAnswer;

const dossierOf = (caller: TestCaller, purpose: string, { id } = application): Promise<Answer> =>
  caller.get(`/v1/applications/${id}/dossiers/${purpose}`);

function opened({ bytes }: Answer): { files: Record<string, Buffer>; index: Index } {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content)]),
  );
  return { files, index: JSON.parse(files['index.json']!.toString()) as Index };
}

const destroy = ({ number }: ApplicationAnswer) => {
  const { database, keys } = townHall.service;
  return runOperatorCommand('destroy-case', [number!], { DATABASE_URL: database.serviceUrl, ...keys });
};

const seen = async (caller: TestCaller, { id }: Pick<ApplicationAnswer, 'id'>) =>
  (await caller.get<ApplicationAnswer>(`/v1/applications/${id}`)).body;

beforeAll(async () => {
  townHall = await openTownHall();
  const { resident, preparer, registrar } = townHall;
  finance = await townHall.person('geld', 'finance');
  const [judged] = await townHall.judged('ingen', 85_000);
  townHall.today('2019-06-11');
  const entered = await preparer.post<ApplicationAnswer>('/v1/paper-applications', {
    body: paperApplication({ kernCode: 'ingen', receivedOn: '2019-03-01', title: '=HYPERLINK("x")' }),
  });
  paper = entered.body;
  await attach(preparer, judged!.id, { name: 'Offerte van Ömer (1).pdf' });
  const internal = { kind: 'drawing', name: 'schets.pdf', content: pdfDocument('schets') };
  await attach(preparer, judged!.id, { ...internal, fields: { internal: 'true' } });
  const reason = 'Het papier kwam later boven water.';
  const merged = await preparer.post(`/v1/applications/${judged!.id}/mergers`, {
    version: (await seen(preparer, judged!)).version,
    body: { duplicateId: paper.id, duplicateVersion: paper.version, reason },
  });
  expect(merged.status).toBe(201);
  await preparer.post(`/v1/applications/${judged!.id}/notes`, {
    body: {
      ...{ kind: 'call', direction: 'received', heldOn: '2019-06-11', withWhom: 'Fenna' },
      content: '<b>Belde</b> over de bank.',
    },
  });
  expect((await register(registrar, await prepareList(preparer, ['ingen']))).status).toBe(200);
  application = await seen(preparer, judged!);
  const letter = (await lettersOf(preparer, application.id)).find(({ kind }) => kind === 'grant')!;
  await preparer.post(`/v1/letters/${letter.id}/announcement`, {
    version: 1,
    body: { sentOn: '2019-06-11', channel: 'post' },
  });
  await resident.get(`/v1/applications/${application.id}`);
});
afterAll(() => townHall.close());

describe('The dossier of a case', () => {
  it('for an objection holds all that was sent, found and decided, each file with its hash', async () => {
    const answer = await dossierOf(townHall.registrar, 'objection');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="dossier-lb-2019-\d{6}-bezwaar\.zip"$/,
    );
    const { files, index } = opened(answer);
    expect(index).toMatchObject({ purpose: 'objection', mergedCaseNumbers: [paper.number] });
    for (const { path, sha256, sizeBytes } of index.files) {
      const content = files[path]!;
      expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
        path,
        sizeBytes,
        sha256,
      ]);
    }
    const listed = index.files.map(({ path }) => path);
    expect(new Set([...listed, 'index.html', 'index.csv', 'index.json'])).toEqual(
      new Set(Object.keys(files)),
    );
    expect(listed).toEqual(
      expect.arrayContaining([
        'zaak.html',
        'gegevens/tijdlijn.csv',
        'gegevens/bevindingen-per-voorwaarde.csv',
      ]),
    );
    expect(listed.filter((path) => path.startsWith('brieven/'))).toEqual([
      expect.stringMatching(/^brieven\/001-.*ontvangstbevestiging\.pdf$/),
      expect.stringMatching(/^brieven\/002-2019-06-11-besluit-tot-verlening\.pdf$/),
    ]);
    expect(files['gegevens/het-besluit.csv']!.toString()).toContain('verleend');
    expect(files['gegevens/boekingen.csv']!.toString()).toContain('commit');
    expect(index.leftOut).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('Uit het logboek') }),
    );
  });

  it('holds the letters in the very bytes in which they were sent', async () => {
    const letter = (await lettersOf(townHall.preparer, application.id)).find(({ kind }) => kind === 'grant')!;
    const sent = await townHall.preparer.get(`/v1/letters/${letter.id}/document`);
    const { files } = opened(await dossierOf(townHall.registrar, 'objection'));
    const [path] = Object.keys(files).filter((name) => name.endsWith('besluit-tot-verlening.pdf'));
    expect(files[path!]!.equals(sent.bytes)).toBe(true);
  });

  it('holds the attachments as they came, under safe names, and names those that are for internal use', async () => {
    const [quote] = await attachmentsOf(townHall.preparer, application.id);
    const { files, index } = opened(await dossierOf(townHall.registrar, 'objection'));
    const path = 'bijlagen/001-offerte-offerte-van-omer-1.pdf';
    expect(createHash('sha256').update(files[path]!).digest('hex')).toBe(quote!.sha256);
    expect(index.leftOut).toContainEqual({
      what: expect.stringContaining('tekening: schets.pdf'),
      because: 'Deze bijlage is alleen voor intern gebruik.',
    });
    expect(Object.keys(opened(await dossierOf(finance, 'account')).files)).toContain(path);
    const archive = opened(await dossierOf(townHall.registrar, 'archive'));
    expect(Object.keys(archive.files)).toContain('bijlagen/002-tekening-schets.pdf');
  });

  it('holds what was merged in a folder, and names letters that never left', async () => {
    const { files, index } = opened(await dossierOf(townHall.registrar, 'archive'));
    const folder = `samengevoegd/${paper.number!.toLowerCase()}/`;
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([`${folder}zaak.html`, `${folder}gegevens/tijdlijn.csv`]),
    );
    const metadata = files['mdto/dossier.mdto.xml']!.toString();
    expect(metadata).toContain(`<identificatieKenmerk>${application.number}</identificatieKenmerk>`);
    expect(metadata).toContain('<termijnLooptijd>P7Y</termijnLooptijd>');
    const ofLetters = Object.keys(files).filter((path) =>
      /^mdto\/brieven_.*\.bestand\.mdto\.xml$/.test(path),
    );
    expect(ofLetters).toHaveLength(index.files.filter(({ path }) => path.startsWith('brieven/')).length);
    expect(files[`${folder}mdto/dossier.mdto.xml`]!.toString()).toContain('P1Y');
    expect(index.leftOut).toContainEqual({
      what: expect.stringContaining('Bericht over een verandering'),
      because: 'Deze brief is nog niet verzonden.',
    });
  });

  it('can be opened without harm: what people wrote is text, in the page and in the spreadsheet', async () => {
    const { files } = opened(await dossierOf(townHall.registrar, 'objection'));
    const folder = `samengevoegd/${paper.number!.toLowerCase()}/`;
    expect(files['zaak.html']!.toString()).toContain('&#60;b&#62;Belde');
    expect(files['zaak.html']!.toString()).not.toContain('<b>');
    expect(files[`${folder}gegevens/de-aanvraag.csv`]!.toString()).toContain(`"'=HYPERLINK`);
  });

  it('for an accountant holds decision and money, and no motivation, letters, notes or addresses', async () => {
    const { files, index } = opened(await dossierOf(finance, 'account'));
    const everything = Object.values(files).join('\n');
    expect(everything).toContain('verleend');
    expect(everything).toContain('commit');
    expect(everything).not.toContain('Dat blijkt uit de aanvraag.');
    expect(everything).not.toContain('Belde');
    expect(everything).not.toContain('Het papier kwam later');
    expect(everything).not.toContain('Dorpsstraat');
    expect(Object.keys(files).some((path) => path.includes('brieven'))).toBe(false);
    expect(index.leftOut.map(({ because }) => because)).toContain(
      'Voor de controle van de besteding is dit niet nodig (AVG, artikel 5).',
    );
  });

  it('has the same names in the same order, and the same documents, each time', async () => {
    const [one, other] = [
      await dossierOf(townHall.registrar, 'objection'),
      await dossierOf(townHall.registrar, 'objection'),
    ];
    const [first, second] = [opened(one), opened(other)];
    expect(second.index.files).toEqual(first.index.files);
    expect(Object.keys(second.files)).toEqual(Object.keys(first.files));
  });

  it('is only for who may have it, is written down, and is gone when the case is destroyed', async () => {
    expectRefusal(await dossierOf(finance, 'objection'), 403, 'not-allowed');
    expectRefusal(await dossierOf(finance, 'archive'), 403, 'not-allowed');
    expectRefusal(await dossierOf(townHall.resident, 'objection'), 403, 'not-allowed');
    expectRefusal(await dossierOf(townHall.assessor, 'archive'), 403, 'not-allowed');
    const elsewhere = await townHall.personOf(['zoelen'], 'van-elders', 'kernregisseur');
    expectRefusal(await dossierOf(elsewhere, 'objection'), 404, 'application-not-found');
    const [written] = await townHall.service.database.asOwner<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'dossier:account' AND outcome = 'done' AND subject_id = $1 AND detail ->> 'purpose' = 'account'`,
      [application.id],
    );
    expect(written!.count).toBe(2);
    const dropped = await submit(townHall.resident, { kernCode: 'zoelen', intent: 'draft' });
    expectRefusal(await dossierOf(townHall.registrar, 'archive', dropped), 404, 'application-not-found');
    const { database } = townHall.service;
    const forgotten =
      'UPDATE case_key SET key_id = NULL, wrapped = NULL, destroyed_at = now() WHERE case_id = $1';
    await database.asOwner('UPDATE application SET destroyed_at = now() WHERE id = $1', [paper.id]);
    await database.asOwner(forgotten, [paper.id]);
    expectRefusal(await dossierOf(townHall.registrar, 'archive', paper), 404, 'application-not-found');
    const { index } = opened(await dossierOf(townHall.registrar, 'archive'));
    expect(index.leftOut).toContainEqual({
      what: `Samengevoegde aanvraag ${paper.number}`,
      because: 'Zij is vernietigd, of u mag haar niet inzien.',
    });
  });

  it('of what was merged is not destroyed before the one that goes on is closed', async () => {
    townHall.today('2019-03-05');
    const [one, other] = [
      await submit(townHall.resident, { kernCode: 'zoelen' }),
      await submit(townHall.resident, { kernCode: 'zoelen' }),
    ];
    await townHall.preparer.post(`/v1/applications/${one.id}/mergers`, {
      version: one.version,
      body: { duplicateId: other.id, duplicateVersion: other.version },
    });
    const { code, output } = await destroy(other);
    expect([code, output]).toEqual([1, expect.stringContaining(`gaat verder als ${one.number}`)]);
  });
});
