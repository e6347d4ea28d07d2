import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { burenKernen, burenSender } from '../src/seeds/buren-municipality.ts';
import { type Example, soundTree, spoiledImports, spoiledSources } from './support/architecture-examples.ts';
import { type Fault, importFaults, importRules } from './support/architecture-imports.ts';
import { noLocalNames } from './support/architecture-names.ts';
import { sourceFaults, sourceRules } from './support/architecture-rules.ts';
import { sourceOf, sourcesBelow } from './support/architecture-sources.ts';

const root = process.cwd();
const examples = 'test/support/architecture-examples.ts';

const names = [...new Set([burenSender.facts.municipalityName, ...Object.values(burenKernen)])];
const rules = { ...sourceRules, 'no-local-names': noLocalNames(names) };
const folders = ['src', 'migrations', 'test', 'bench', 'demo-story'].filter((folder) => existsSync(folder));
const sources = sourcesBelow(root, folders).filter(({ path }) => path !== examples);

/** Follows the imports of a small tree that is written to disk for a moment. */
async function faultsOfTree(files: Example['files']): Promise<Fault[]> {
  const tree = mkdtempSync(join(tmpdir(), 'kernbudget-architecture-'));
  try {
    for (const shared of ['node_modules', 'package.json'])
      symlinkSync(join(root, shared), join(tree, shared));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(tree, dirname(path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const roots = new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''));
    return await importFaults(tree, [...roots]);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

function faultsOfTexts(files: Example['files']): Fault[] {
  return sourceFaults(
    Object.entries(files).map(([path, text]) => sourceOf(path, text)),
    rules,
  );
}

function brokenRules(faults: readonly Fault[]): string[] {
  return [...new Set(faults.map(({ rule }) => rule))];
}

function told(faults: readonly Fault[]): string[] {
  return faults.map(({ rule, place, detail }) => `${rule}: ${place}: ${detail}`);
}

describe('The architecture of the service', () => {
  it('every import is allowed', async () => {
    expect(told(await importFaults(root, ['src', 'migrations']))).toEqual([]);
  });

  it.each(Object.entries(rules))('every file keeps to %s', (rule, find) => {
    expect(told(sourceFaults(sources, { [rule]: find }))).toEqual([]);
  });
});

describe('What the rules refuse', () => {
  it('nothing of a tree in which everything stands where it belongs', async () => {
    expect(told(await faultsOfTree(soundTree))).toEqual([]);
    expect(told(faultsOfTexts(soundTree))).toEqual([]);
  });

  it.each(spoiledImports)('$rule refuses its spoiled example ($#)', async ({ rule, files }) => {
    expect(brokenRules(await faultsOfTree(files))).toEqual([rule]);
  });

  it.each(spoiledSources)('$rule refuses its spoiled example ($#)', ({ rule, files }) => {
    expect(brokenRules(faultsOfTexts(files))).toEqual([rule]);
  });

  it('an ordinary word is not taken for a name', () => {
    expect(
      faultsOfTexts({ 'src/letters/domain/texts.ts': `export const text = 'Vertel het uw buren.';\n` }),
    ).toEqual([]);
  });

  it('every rule has an example that it refuses', () => {
    const shown = new Set([...spoiledImports, ...spoiledSources].map(({ rule }) => rule));
    expect([...importRules, ...Object.keys(rules)].filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
