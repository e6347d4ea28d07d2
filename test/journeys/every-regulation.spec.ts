import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assess, type ListAnswer, register } from '../support/case-steps.ts';
import { bookRun, councilResolution, type Finance } from '../support/finance-steps.ts';
import { publishDocument } from '../support/regulation-steps.ts';
import {
  completeApplication,
  startTestService,
  type TestCaller,
  type TestService,
} from '../support/test-service.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import { lastDayOfWindow } from '../../src/regulations/domain/groups/window.ts';
import { burenKernen } from '../../src/seeds/buren-municipality.ts';
import { buren2020Cases, buren2021Cases, meetingCases } from '../regulations/buren-cases.ts';
import type { Case } from '../regulations/case-table.ts';
import { otherCases } from '../regulations/other-cases.ts';

const directory = 'docs/regulations';
const tables: Readonly<Record<string, readonly Case[]>> = {
  'buren-2020': buren2020Cases,
  'buren-2021': buren2021Cases,
  'buren-buurtbijeenkomsten': meetingCases,
  ...otherCases,
};
/** The one of 2019 is in the database already. */
const names = readdirSync(directory)
  .filter((name) => name.endsWith('.json') && name !== 'buren-2019.json')
  .map((name) => name.replace('.json', ''));

/** What an application has a place of its own for; everything else is a particular. */
const ownFields = [
  ...['receivedOn', 'applicantKind', 'requestedCents', 'costs', 'hasKvkNumber', 'kernCodes'],
  ...['activityStartsOn', 'activityEndsOn'],
];

/** Kernen of another municipality are called after two of the one that is there. */
const renamed: Readonly<Record<string, string>> = { liendert: 'ingen', kruiskamp: 'zoelen' };

function documentOf(name: string): RegulationDocument {
  const text = readFileSync(`${directory}/${name}.json`, 'utf8');
  const local = Object.entries(renamed).reduce(
    (sum, [from, to]) => sum.replaceAll(`"${from}"`, `"${to}"`),
    text,
  );
  return JSON.parse(local) as RegulationDocument;
}

/** Where points, votes, an order or binding advice come first, those have journeys of their own. */
function waitsForPeople({ distribution, advice }: RegulationDocument): boolean {
  const comparing = ['tender', 'vote', 'committee'].includes(distribution.kind);
  return comparing || advice.advisers.some(({ binding }) => binding);
}

describe('Every regulation of docs/regulations, as somebody would use it', () => {
  let service: TestService;
  let finance: Finance;
  let anybody: TestCaller;

  beforeAll(async () => {
    service = await startTestService('2015-12-01T09:00:00Z');
    await service.database.asOwner("UPDATE letter_sender SET valid_from = '2015-01-01'");
  });
  afterAll(() => service.stop());

  const at = (day: CalendarDate) => service.clock.set(new Date(`${day}T09:00:00Z`));

  async function people(): Promise<void> {
    finance = { proposer: await service.as('farid'), confirmer: await service.as('marijke') };
    anybody = await service.as(null);
  }

  async function recordInhabitants(referenceDate: CalendarDate): Promise<void> {
    for (const kern of Object.keys(burenKernen)) {
      const body = { referenceDate, inhabitants: 1_800, source: 'voorbeeld' };
      expect((await finance.proposer.post(`/v1/kernen/${kern}/inhabitants`, { body })).status).toBe(201);
    }
  }

  /** An application as the table tells it, with what everybody fills in. */
  function applicationOf(code: string, { facts }: Case, on: CalendarDate): object {
    const { applicantKind, requestedCents, costs, hasKvkNumber, kernCodes } = facts;
    const { activityStartsOn, activityEndsOn } = facts;
    const particulars = Object.fromEntries(
      Object.entries(facts).filter(([field]) => !ownFields.includes(field)),
    );
    return completeApplication({
      regulationCode: code,
      kernCode:
        kernCodes?.map((kern) => renamed[kern] ?? kern).find((kern) => kern in burenKernen) ?? 'ingen',
      applicant: {
        ...(completeApplication()['applicant'] as object),
        kind: applicantKind,
        ...(hasKvkNumber && { kvkNumber: '12345678' }),
      },
      requestedCents,
      costs: costs ?? [{ description: 'Alles', amountCents: requestedCents }],
      activityStartsOn: activityStartsOn ?? addDays(on, 120),
      activityEndsOn: activityEndsOn ?? addDays(on, 121),
      particulars: { themeCode: 'green', ...particulars },
    });
  }

  it.each(names)('%s: drafted, published, checked, financed, applied for and decided on', async (name) => {
    const document = documentOf(name);
    const table = tables[name] ?? [];
    const refused = ({ findings }: Case) => Object.values(findings).includes('not-met');
    const line = table.find((each) => !refused(each));
    expect(line).toBeDefined();
    const on = line!.facts.receivedOn;
    at(on);
    await people();
    const code = `${name}-${document.year}`;
    await publishDocument(service, code, document, {
      publishedOn: addDays(on, -1),
      inForceFrom: addDays(on, -1),
    });

    for (const { facts, grantableCents, findings } of table) {
      const { activityStartsOn, activityEndsOn, ...told } = facts;
      const kernCodes = facts.kernCodes?.map((kern) => renamed[kern] ?? kern);
      const body = {
        ...told,
        ...(kernCodes && { kernCodes }),
        ...(activityStartsOn && { activityStartsOn }),
        ...(activityEndsOn && { activityEndsOn }),
      };
      const checked = await anybody.post<{
        findings: { criterionCode: string; outcome: string }[];
        amount: { grantableCents: number };
      }>(`/v1/regulations/${code}/checks`, { body });
      expect(checked.body).toMatchObject({ amount: { grantableCents } });
      const outcomes = checked.body.findings.map(({ criterionCode, outcome }) => [criterionCode, outcome]);
      expect(Object.fromEntries(outcomes)).toMatchObject(findings);
    }

    const { ceiling, distribution } = document;
    if ('referenceDate' in ceiling && ceiling.referenceDate) await recordInhabitants(ceiling.referenceDate);
    await bookRun(finance, {
      ...{ kind: 'ceilings', regulationCode: code, year: document.year, countsOn: `${on.slice(0, 4)}-12-31` },
      resolutionId: await councilResolution(finance, `RB ${name}`),
    });

    const fenna = await service.as('fenna');
    const submitted = await fenna.post<{ id: string; version: number; status: string }>('/v1/applications', {
      body: applicationOf(code, line!, on),
    });
    expect({ status: submitted.status, body: submitted.body }).toMatchObject({
      status: 201,
      body: { status: 'complete' },
    });
    const bram = await service.as('bram');
    const path = `/v1/applications/${submitted.body.id}/findings`;
    const { body: found } = await bram.get<{
      version: number;
      findings: { criterionCode: string; outcome: string; reason: string }[];
    }>(path);
    expect(found.findings.filter(({ outcome }) => outcome === 'not-met')).toEqual([]);
    const open = found.findings.filter(({ outcome }) => outcome === 'needs-judgement');
    const codes = open.map(({ criterionCode }) => criterionCode);
    await assess(bram, { id: submitted.body.id, version: found.version }, 'met', codes);

    const closes = lastDayOfWindow(document, on);
    at(addDays(distribution.moment === 'after-window-closes' ? closes : on, 1));
    const kees = await service.as('bram');
    const list = await kees.post<ListAnswer>('/v1/college-lists', { body: { regulationCode: code } });
    if (waitsForPeople(document) && list.status === 409) {
      expect(list.body).toMatchObject({ code: 'nothing-to-propose' });
      return;
    }
    expect({ name, body: list.body }).toMatchObject({ body: { lines: [{ kind: 'grant' }], notReady: [] } });
    const resolved = await register(await service.as('roos'), list.body, {
      number: `B&W ${name}`,
      resolutionDate: service.clock.today(),
    });
    expect({ status: resolved.status, body: resolved.body }).toMatchObject({ body: { status: 'resolved' } });
  });
});
