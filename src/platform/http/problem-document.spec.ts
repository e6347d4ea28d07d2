import { describe, expect, it } from '@jest/globals';
import { NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { DomainError, type ProblemCatalogue } from '../../kernel/domain-error.ts';
import { HttpProblem } from './http-problem.ts';
import { languageOf, pathOf, problemDocumentOf } from './problem-document.ts';

const context = { instance: '/v1/x', language: 'nl' } as const;
const problems = { 'window-closed': { kind: 'conflict', title: 'Gesloten' } } satisfies ProblemCatalogue;

describe('A problem document', () => {
  it('tells which rule was broken, in the words of the rule', () => {
    expect(
      problemDocumentOf(DomainError.of(problems, 'window-closed', 'Dit kon tot 31 mei.'), context),
    ).toEqual({
      type: '/problems/window-closed',
      title: 'Gesloten',
      status: 409,
      detail: 'Dit kon tot 31 mei.',
      instance: '/v1/x',
      code: 'window-closed',
    });
  });

  it('lists faults as pointers and by name', () => {
    const fault = { in: 'body', location: '/a~1b/0/c~0d', code: 'too-long', detail: 'Te lang.' } as const;
    expect(problemDocumentOf(new HttpProblem('invalid-input', [fault]), context)).toMatchObject({
      errors: [fault],
      invalidParams: [{ name: 'a/b.0.c~d', code: 'too-long', reason: 'Te lang.' }],
    });
  });

  it('is in English for who likes that better', () => {
    const { title } = problemDocumentOf(new HttpProblem('not-found'), { ...context, language: 'en' });
    expect(title).toBe('Not found');
  });

  it.each([
    [new NotFoundException(), 404, 'not-found'],
    [new ServiceUnavailableException(), 503, 'unavailable'],
    [Object.assign(new Error(), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }), 413, 'too-large'],
    [Object.assign(new Error(), { code: 'HPE_HEADER_OVERFLOW' }), 431, 'header-too-large'],
    [new Error('inner'), 500, 'internal-error'],
    [Object.assign(new Error('of another service'), { status: 404 }), 500, 'internal-error'],
    ['a thrown text', 500, 'internal-error'],
    [undefined, 500, 'internal-error'],
  ])('(%#) knows whose fault it is: %2$s', (error, status, code) => {
    expect(problemDocumentOf(error, context)).toMatchObject({ status, code });
  });
});

describe('The language of a problem', () => {
  it.each([
    [undefined, 'nl'],
    ['en', 'en'],
    ['en-US,en;q=0.9,nl;q=0.8', 'en'],
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['en;q=0', 'nl'],
    ['*', 'nl'],
    ['en;q=x', 'nl'],
  ])('for %p is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

it('The path of a request has no query', () => {
  expect(['/v1/x?naam=Jansen', '/v1/x#y', undefined].map(pathOf)).toEqual(['/v1/x', '/v1/x', '/']);
});
