import { present } from '../../src/kernel/assert.ts';
import { sendAtOnce } from '../load/drive.ts';
import type { RawAnswer, RawRequest } from '../load/http-connection.ts';
import { Caller, completeApplication, regulationCode } from '../load/requests.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import type { DecisionNames } from './recorded-decision.ts';

/** A list with one line that the college can decide on. */
export interface PreparedDecision extends DecisionNames {
  readonly listVersion: number;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const criteria = ['surroundings', 'meeting', 'several-residents', 'support', 'open-to-all', 'not-a-party'];
const inTheWindow = '2019-03-04T09:00:00Z';
export const afterTheWindow = '2019-06-11T08:00:00Z';

async function answersOf(service: BenchService, requests: readonly RawRequest[]): Promise<Versioned[]> {
  const { answers } = await sendAtOnce(service.url, requests);
  return answers.map(({ body }: RawAnswer) => JSON.parse(body.toString()) as Versioned);
}

/** An application in each of these kernen, all found to meet every criterion. */
export async function applyAndJudge(service: BenchService, kernCodes: readonly string[]): Promise<void> {
  const fenna = await Caller.of(service, 'fenna');
  const bram = await Caller.of(service, 'bram');
  await service.tell('set-clock', inTheWindow);
  const submissions = kernCodes.map((kernCode) =>
    fenna.post('/v1/applications', { body: completeApplication(kernCode) }),
  );
  const applications = await answersOf(service, submissions);
  for (const criterion of criteria) {
    const body = { outcome: 'met', reason: 'Uit de aanvraag blijkt dat dit zo is.' };
    const reads = applications.map(({ id }) => bram.get(`/v1/applications/${id}`));
    const findings = (await answersOf(service, reads)).map(({ id, version }) =>
      bram.put(`/v1/applications/${id}/findings/${criterion}`, { version, body }),
    );
    await sendAtOnce(service.url, findings);
  }
}

/** The case as far as the college: applied for, judged, and on a list of one line per kern. */
async function putBeforeCollege(service: BenchService, kernCodes: readonly string[]): Promise<Versioned[]> {
  await applyAndJudge(service, kernCodes);
  const bram = await Caller.of(service, 'bram');
  await service.tell('set-clock', afterTheWindow);
  return answersOf(
    service,
    kernCodes.map((kernCode) =>
      bram.post('/v1/college-lists', { body: { regulationCode, kernCodes: [kernCode] } }),
    ),
  );
}

const namesQuery = `
  SELECT line.list_id AS "listId", line.application_id AS "applicationId",
    line.application_number AS "applicationNumber", line.kern_id AS "kernId", budget.id AS "budgetId"
  FROM college_list_line AS line JOIN budget ON budget.kern_id = line.kern_id
  WHERE line.list_id = ANY($1)`;

/** Prepares one decision in each of these kernen, so that they do not wait for each other's budget. */
export async function prepareDecisions(
  service: BenchService,
  kernCodes: readonly string[],
): Promise<PreparedDecision[]> {
  const lists = await putBeforeCollege(service, kernCodes);
  const versions = new Map(lists.map(({ id, version }) => [id, version]));
  const { rows } = await asOwner(service.ownerUrl, (client) =>
    client.query<DecisionNames>(namesQuery, [[...versions.keys()]]),
  );
  return rows.map((names) => ({
    ...names,
    listVersion: present(versions.get(names.listId), 'asked for these lists'),
  }));
}
