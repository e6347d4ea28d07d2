import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const page = readFileSync('docs/security.md', 'utf8');
const citations = [...page.matchAll(/`([^`]+\.ts)` › "([^"]+)"/g)].map(([, file = '', name = '']) => ({
  file,
  name,
}));

describe('What docs/security.md calls proved', () => {
  it('names many tests', () => {
    expect(citations.length).toBeGreaterThan(50);
  });

  it.each(citations)('is proved by a test that exists: $file, $name', ({ file, name }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(name);
  });

  it('covers all ten risks of the API Security Top 10', () => {
    for (let risk = 1; risk <= 10; risk += 1) expect(page).toContain(`| API${risk} `);
  });
});
