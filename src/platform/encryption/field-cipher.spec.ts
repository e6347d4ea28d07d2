import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decryptText, encryptText, FieldCipher } from './field-cipher.ts';
import { developmentKeyRing, parseKeyRing } from './key-ring.ts';

const older = { id: 'k1', secret: createSecretKey(Buffer.alloc(32, 1)) };
const newer = { id: 'k2', secret: createSecretKey(Buffer.alloc(32, 2)) };

describe('An encrypted value', () => {
  it('gives back any text to who knows the key and the context', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
        expect(decryptText([older], encryptText(older, text, context), context)).toBe(text);
      }),
    );
  });

  it('differs each time, so that equal values cannot be recognised', () => {
    expect(encryptText(older, 'NL00BANK', 'iban')).not.toBe(encryptText(older, 'NL00BANK', 'iban'));
  });

  it('cannot be read in another place than it was written for', () => {
    const value = encryptText(older, 'NL00BANK', 'iban:1');
    expect(() => decryptText([older], value, 'iban:2')).toThrow();
  });

  it('cannot be changed unnoticed, in none of its parts', () => {
    const parts = encryptText(older, 'NL00BANK', 'iban').split(':');
    for (const place of [1, 2, 3]) {
      const changed = parts.map((part, index) =>
        index === place ? (part.startsWith('A') ? 'Q' : 'A') + part.slice(1) : part,
      );
      expect(() => decryptText([older], changed.join(':'), 'iban')).toThrow();
    }
    expect(() => decryptText([older], parts.slice(0, 3).join(':'), 'iban')).toThrow(/Not an encrypted/);
  });

  it('can still be read after a new key has taken over, and is written with the new one', () => {
    const before = new FieldCipher([older]).encrypt('NL00BANK', 'iban');
    const after = new FieldCipher([newer, older]);
    expect(after.decrypt(before, 'iban')).toBe('NL00BANK');
    expect(after.encrypt('NL00BANK', 'iban')).toMatch(/^k2:/);
    expect(() => new FieldCipher([newer]).decrypt(before, 'iban')).toThrow(/not configured: k1/);
  });
});

describe('Keys', () => {
  it('are refused when they are too short, without a name, or twice of one name', () => {
    const secret = older.secret.export().toString('base64');
    for (const text of ['', 'k1', `:${secret}`, 'k1:AAAA', `k1:${secret},k1:${secret}`]) {
      expect(() => parseKeyRing(text)).toThrow();
    }
  });

  it('of a development machine are made once, for its owner only', () => {
    const directory = mkdtempSync(join(tmpdir(), 'kernbudget-keys-'));
    const [first] = developmentKeyRing(directory);
    expect(developmentKeyRing(directory)[0].secret.equals(first.secret)).toBe(true);
    expect(statSync(join(directory, 'keys')).mode & 0o777).toBe(0o600);
    rmSync(directory, { recursive: true });
  });
});
