import type { Distribution } from './groups/distribution.ts';

/** The methods that hold applications against each other, so that a round must be over before money is divided. */
const comparing: readonly Distribution['kind'][] = [
  'tender',
  'vote',
  'committee',
  'equal-split',
  'pro-rata',
  'lottery',
  'vouchers',
];

/** Whether applications are compared with each other instead of served in their order. */
export function comparesApplications({ kind }: Pick<Distribution, 'kind'>): boolean {
  return comparing.includes(kind);
}
