import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { type ApplicationAnswer, assess, judgedCriteria, submit } from '../support/case-steps.ts';
import type { TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';
import { activateWay, ownWay, recordBody } from '../support/way-documents.ts';

interface Found {
  readonly findings: readonly { criterionCode: string; olderThanCorrection: object | null }[];
}

interface StepsFound {
  readonly version: number;
  readonly steps: readonly { code: string; olderThanCorrection?: object | null }[];
}

let townHall: TownHall;
let resident: TestCaller;
let assessor: TestCaller;
let preparer: TestCaller;

const entry = { origin: 'entry', reason: 'Op het formulier staat het anders.' };

const correct = ({ id, version }: Pick<ApplicationAnswer, 'id' | 'version'>, body: object) =>
  preparer.post<ApplicationAnswer>(`/v1/applications/${id}/corrections`, { version, body });

beforeAll(async () => {
  townHall = await openTownHall();
  ({ resident, assessor, preparer } = townHall);
  await recordBody(await townHall.person('beheer', 'administrator'), 'zoelen', 'dorpsraad');
  const way = ownWay({ kernCodes: ['zoelen'] });
  await activateWay(preparer, townHall.registrar, 'zoelen-eigen', way, '2019-03-05');
});
afterAll(() => townHall.close());

describe('What was found before a correction', () => {
  it('is shown as older than it, with the day and what was corrected, until it is found anew', async () => {
    townHall.today('2019-03-06');
    const application = await submit(resident, { kernCode: 'zoelen', title: 'Twee bankjes' });
    const path = `/v1/applications/${application.id}`;
    const step = { findings: { outcome: 'positive', findings: 'Alles is er.' } };
    const done = await assessor.put<StepsFound>(`${path}/steps/controle`, {
      version: application.version,
      body: step,
    });
    expect(done.status).toBe(200);
    expect(done.body.steps[0]).toMatchObject({ code: 'controle', olderThanCorrection: null });
    const version = await assess(assessor, { ...application, version: done.body.version });
    const foundBefore = (await assessor.get<Found>(`${path}/findings`)).body.findings;
    expect(foundBefore.every(({ olderThanCorrection }) => olderThanCorrection === null)).toBe(true);
    townHall.today('2019-03-08');
    const telephone = { ...entry, applicant: { phone: '0344-123456' } };
    const first = await correct({ ...application, version }, telephone);
    const body = { ...entry, requestedCents: 80_000, applicant: { name: 'Fenna van Voorbeeld' } };
    townHall.today('2019-03-12');
    const second = await correct({ ...application, version: first.body.version }, body);
    expect([first.status, second.status]).toEqual([201, 201]);
    const older = { correctedOn: '2019-03-12', what: ['Naam', 'Gevraagd bedrag'] };
    const steps = await assessor.get<StepsFound>(`${path}/steps`);
    expect(steps.body.steps.map(({ olderThanCorrection }) => olderThanCorrection)).toEqual([
      older,
      ...steps.body.steps.slice(1).map(() => null),
    ]);
    const judged = judgedCriteria[0];
    const now = (await assessor.get<Found>(`${path}/findings`)).body.findings;
    // What the facts decide is computed anew and never old.
    expect(now.filter(({ olderThanCorrection }) => olderThanCorrection !== null)).toEqual(
      judgedCriteria.map((criterionCode): unknown =>
        expect.objectContaining({ criterionCode, olderThanCorrection: older }),
      ),
    );
    const overview = await assessor.get<Found>(`${path}/overview`);
    expect(overview.body.findings).toContainEqual(
      expect.objectContaining({ criterionCode: judged, olderThanCorrection: older }),
    );
    townHall.today('2019-03-13');
    await assess(assessor, { ...application, version: second.body.version }, 'met', [judged]);
    const again = (await assessor.get<Found>(`${path}/findings`)).body.findings;
    expect(again.find(({ criterionCode }) => criterionCode === judged)?.olderThanCorrection).toBeNull();
    expect(again.filter(({ olderThanCorrection }) => olderThanCorrection !== null)).toHaveLength(
      judgedCriteria.length - 1,
    );
  });

  it('is marked in the dossier too', async () => {
    townHall.today('2019-03-06');
    const application = await submit(resident, { kernCode: 'ingen' });
    const version = await assess(assessor, application);
    townHall.today('2019-03-08');
    const moved = await correct({ ...application, version }, { ...entry, kernCode: 'rijswijk' });
    expect(moved.status).toBe(201);
    const answer = await preparer.get(`/v1/applications/${application.id}/dossiers/objection`);
    expect(answer.status).toBe(200);
    const files = Object.entries(unzipSync(answer.bytes)).map(
      ([name, content]) => [name, Buffer.from(content).toString()] as const,
    );
    const marked = files.filter(([, content]) => content.includes('op 8 maart 2019: Kern'));
    expect(marked.map(([name]) => name)).toEqual(['zaak.html', 'gegevens/bevindingen-per-voorwaarde.csv']);
  });
});
