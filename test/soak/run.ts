import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import startDatabase from '../support/start-database.ts';
import stopDatabase from '../support/stop-database.ts';
import type { SoakScenario } from './scenario.ts';
import { kills } from './scenarios/kills.ts';
import { lostCommit } from './scenarios/lost-commit.ts';
import { clock, mixed } from './scenarios/mixed.ts';
import { randomRequests } from './scenarios/random-requests.ts';

/** All scenarios, in the order in which they run. */
const scenarios: readonly SoakScenario[] = [lostCommit, clock, mixed, kills, randomRequests];

function chosen(names: readonly string[]): readonly SoakScenario[] {
  const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    const known = scenarios.map(({ name, summary }) => `\n  ${name}: ${summary}`).join('');
    throw new Error(`Unknown: ${unknown.join(', ')}. There are:${known}`);
  }
  return scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function play(scenario: SoakScenario, scale: number): Promise<number> {
  const { name, summary } = scenario;
  console.log(`${new Date().toISOString()} ${name}: ${summary}${scale === 1 ? '' : ` (times ${scale})`}`);
  const directory = await mkdtemp(join(tmpdir(), `kernbudget-soak-${name}-`));
  // PostgreSQL under another account must reach its data here.
  await chmod(directory, 0o755);
  const tell = (message: string) => console.log(`    ${new Date().toISOString()} ${message}`);
  const { figures, faults } = await scenario
    .run({ directory, scale, tell })
    .catch((error: unknown) => ({ figures: {}, faults: [String(error)] }));
  await rm(directory, { recursive: true, force: true });
  for (const [figure, value] of Object.entries(figures)) console.log(`    ${figure}: ${value}`);
  for (const fault of faults) console.log(`    FAULT ${fault}`);
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAULTS'}  ${name}`);
  return faults.length;
}

/**
 * `npm run test:soak`: the long forms of what `npm test` does briefly, each ending with a check of every invariant.
 * `npm run test:soak -- kills mixed` plays those two, `-- --scale=0.1 mixed` a tenth of one.
 */
const parameters = process.argv.slice(2);
const scale = Number(parameters.find((each) => each.startsWith('--scale='))?.slice('--scale='.length) ?? 1);
const selection = chosen(parameters.filter((each) => !each.startsWith('--')));
await startDatabase();
let faultCount = 0;
for (const scenario of selection) faultCount += await play(scenario, scale);
await stopDatabase();
process.exit(faultCount === 0 ? 0 : 1);
