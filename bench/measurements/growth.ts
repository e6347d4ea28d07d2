import { present } from '../../src/kernel/assert.ts';
import { encodePageKey } from '../../src/platform/http/page.ts';
import { latencies } from '../load/drive.ts';
import { Caller } from '../load/requests.ts';
import { type Measurement, median, type Result, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { bulkLoad } from './bulk-load.ts';

export const fewApplications = 2_000;
export const manyApplications = 200_000;
const warmUpReads = 100;
const reads = 200;

/** What is asked, and by whom. */
interface Question {
  readonly part: string;
  readonly person: string;
  readonly path: string;
  /** Whether the page in the middle of the list is asked for, not the first. */
  readonly inTheMiddle?: true;
}

const workLists: readonly Question[] = [
  { part: 'allKernen', person: 'bram', path: '/v1/work-list' },
  { part: 'allKernenMiddle', person: 'bram', path: '/v1/work-list', inTheMiddle: true },
  { part: 'allKernenComplete', person: 'bram', path: '/v1/work-list?status=complete' },
  { part: 'twoKernen', person: 'kees', path: '/v1/work-list' },
  { part: 'twoKernenComplete', person: 'kees', path: '/v1/work-list?status=complete' },
  { part: 'oneKernReceived', person: 'bram', path: '/v1/work-list?kernCode=zoelen&status=received' },
  { part: 'oneKernNothingFound', person: 'bram', path: '/v1/work-list?kernCode=zoelen&status=incomplete' },
];
const spending: readonly Question[] = [
  { part: 'spending', person: 'farid', path: '/v1/reports/spending?year=2019' },
];
const dueLists: readonly Question[] = [
  { part: 'due', person: 'bram', path: '/v1/due-dates' },
  { part: 'dueTwoKernen', person: 'kees', path: '/v1/due-dates' },
  { part: 'duePayments', person: 'farid', path: '/v1/due-dates?kind=payment' },
  { part: 'dueMoney', person: 'farid', path: '/v1/due-dates' },
  { part: 'dueNothingFound', person: 'bram', path: '/v1/due-dates?kernCode=zoelen&kind=account' },
];
const questions = [...workLists, ...spending, ...dueLists];

/** The median time of an answer per question, in milliseconds. */
async function latenciesAt(service: BenchService, applicationCount: number): Promise<Map<string, number>> {
  const middleId = await asOwner(service.ownerUrl, async (client) => {
    await bulkLoad(client, applicationCount);
    const middle = 'SELECT id FROM application ORDER BY id OFFSET $1 LIMIT 1';
    const { rows } = await client.query<{ id: string }>(middle, [applicationCount / 2]);
    return present(rows[0], 'there are twice as many').id;
  });
  const perQuestion = new Map<string, number>();
  for (const { part, person, path, inTheMiddle } of questions) {
    const caller = await Caller.of(service, person);
    const request = caller.get(inTheMiddle ? `${path}?after=${encodePageKey([middleId])}` : path);
    await latencies(service.url, warmUpReads, () => request);
    perQuestion.set(part, median(await latencies(service.url, reads, () => request)));
  }
  return perQuestion;
}

/** The question that suffers most counts: an average would hide a list that does not scale. */
export function worst(
  asked: readonly Pick<Question, 'part'>[],
  few: ReadonlyMap<string, number>,
  many: ReadonlyMap<string, number>,
): Result {
  const parts: Record<string, readonly number[]> = {};
  const ratios = asked.map(({ part }) => {
    const before = present(few.get(part), 'every question was asked');
    const after = present(many.get(part), 'every question was asked');
    parts[`${part}Milliseconds`] = [before, after].map(rounded);
    return after / before;
  });
  return {
    value: rounded(Math.max(...ratios)),
    goal: 2,
    better: 'lower',
    unit: `keer zo lang (p50) bij ${manyApplications} als bij ${fewApplications} aanvragen`,
    parts,
  };
}

/** How much more a list that is filtered by rights grows than the same list without a filter. */
function filterGrowth(few: ReadonlyMap<string, number>, many: ReadonlyMap<string, number>): Result {
  const growthOf = (part: string) =>
    present(many.get(part), 'every question was asked') / present(few.get(part), 'every question was asked');
  const growths = { twoKernenGrowth: growthOf('twoKernen'), allKernenGrowth: growthOf('allKernen') };
  return {
    value: rounded(growths.twoKernenGrowth / growths.allKernenGrowth),
    goal: 1.25,
    better: 'lower',
    unit: 'keer de groei van dezelfde werklijst zonder filter op rechten',
    parts: {
      twoKernenGrowth: rounded(growths.twoKernenGrowth),
      allKernenGrowth: rounded(growths.allKernenGrowth),
    },
  };
}

/** Whether the work list, the list of what is due and the report on spending stay as fast when there are a hundred times more applications. */
export const growth: Measurement = {
  names: ['work-list-growth', 'work-list-rights-filter', 'spending-growth', 'due-list-growth'],
  async run({ service: started }) {
    const service = await started();
    // Once for nothing: else what the first size has in warming up would make it look slow.
    await latenciesAt(service, fewApplications);
    const few = await latenciesAt(service, fewApplications);
    const many = await latenciesAt(service, manyApplications);
    return {
      'work-list-growth': worst(workLists, few, many),
      'work-list-rights-filter': filterGrowth(few, many),
      'spending-growth': worst(spending, few, many),
      'due-list-growth': worst(dueLists, few, many),
    };
  },
};
