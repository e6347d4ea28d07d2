import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measurement, reachesGoal, type Result, type Surroundings } from './measurement.ts';
import { measurements } from './measurements.ts';
import { BenchService } from './service/bench-service.ts';

const resultsFile = 'bench/results.json';

function chosen(names: readonly string[]): readonly Measurement[] {
  const known = measurements.flatMap((measurement) => measurement.names);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`Onbekend: ${unknown.join(', ')}. Te meten zijn: ${known.join(', ')}.`);
  }
  return measurements.filter(
    (measurement) => names.length === 0 || measurement.names.some((name) => names.includes(name)),
  );
}

function print(name: string, result: Result): void {
  const { value, goal, better, unit, parts } = result;
  const verdict = reachesGoal(result) ? 'haalt het doel' : 'HAALT HET DOEL NIET';
  console.log(`${name}: ${value} ${unit} (doel ${better === 'higher' ? '≥' : '≤'} ${goal}): ${verdict}`);
  for (const [part, figure] of Object.entries(parts)) {
    console.log(`    ${part}: ${Array.isArray(figure) ? figure.join('  ') : String(figure)}`);
  }
}

async function measureAll(selection: readonly Measurement[]): Promise<Record<string, Result>> {
  const directory = await mkdtemp(join(tmpdir(), 'kernbudget-bench-'));
  // PostgreSQL under another account must reach its data here, else it would be kept where nobody removes it.
  await chmod(directory, 0o755);
  const started: Promise<BenchService>[] = [];
  const surroundings: Surroundings = {
    directory,
    service: () => {
      const [service = BenchService.start(join(directory, 'data'))] = started;
      started[0] = service;
      return service;
    },
  };
  const results: Record<string, Result> = {};
  try {
    for (const measurement of selection) {
      for (const [name, result] of Object.entries(await measurement.run(surroundings))) {
        results[name] = result;
        print(name, result);
      }
    }
  } finally {
    for (const service of started) await (await service).stop();
    await rm(directory, { recursive: true, force: true });
  }
  return results;
}

// PostgreSQL has a session of its own, and would outlive a bench that is broken off.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

try {
  const selection = chosen(process.argv.slice(2));
  console.log(
    `Belasting van de machine vooraf: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  );
  const results = await measureAll(selection);
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`De uitkomsten staan in ${resultsFile}.`);
  // A goal that is missed is an outcome like any other; only a bench that could not measure fails.
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
