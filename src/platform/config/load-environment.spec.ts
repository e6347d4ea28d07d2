import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { secretVariables, withSecretsFromFiles } from './load-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'kernbudget-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string, name = 'secret'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('A secret in a file of its own, as a store of secrets gives it', () => {
  it.each(secretVariables)('is read for %s, without the line end that stores add', (name) => {
    const environment = { HOST: '0.0.0.0', [`${name}_FILE`]: fileWith('zeer geheim\n') };
    expect(withSecretsFromFiles(environment)).toMatchObject({ HOST: '0.0.0.0', [name]: 'zeer geheim' });
  });

  it('that is not there, is empty or is given twice, stops the service with all faults at once', () => {
    const environment = {
      DATABASE_URL_FILE: join(folder, 'niet-hier'),
      ENCRYPTION_KEYS_FILE: fileWith('\n', 'empty'),
      BLIND_INDEX_KEYS_FILE: fileWith('zeer geheim', 'twice'),
      BLIND_INDEX_KEYS: 'ook geheim',
    };
    const attempt = () => withSecretsFromFiles(environment);
    expect(attempt).toThrow('DATABASE_URL_FILE noemt een bestand dat leeg is of niet kan worden gelezen.');
    expect(attempt).toThrow('ENCRYPTION_KEYS_FILE noemt');
    expect(attempt).toThrow('BLIND_INDEX_KEYS en BLIND_INDEX_KEYS_FILE zijn allebei gegeven');
    // No secret is told to who reads the log of the start.
    expect(attempt).not.toThrow('geheim');
  });

  it('is not looked for when no file is named', () => {
    const environment = { ENCRYPTION_KEYS: 'geheim', DATABASE_URL_FILE: '' };
    expect(withSecretsFromFiles(environment)).toEqual(environment);
  });
});
