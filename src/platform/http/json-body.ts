import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import type { InputFault } from '../../kernel/domain-error.ts';
import { faultTexts } from './fields/fault-texts.ts';
import { HttpProblem } from './http-problem.ts';

/** How deep objects and lists in a body may be nested. */
export const deepestNesting = 20;

/**
 * Characters that no text may hold: NUL, which PostgreSQL cannot store, and halves of a pair of code units,
 * which are no characters at all.
 */
const unstorable = /[\0\p{Surrogate}]/u;

/**
 * Makes JSON the only content that is read; other content gets 415 from Fastify. A form with a file is left on the line
 * until the route that takes it has seen who sends it: see `Upload`.
 */
export function readOnlyJson(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!isUtf8(body)) return done(new HttpProblem('malformed-json'));
    const text = body.toString();
    // `__proto__` and `constructor.prototype` are refused by the parser, without a code of its own.
    void parse(request, text, (error: Error | null, value?: unknown) => {
      if (error) return done(new HttpProblem('malformed-json'));
      // Such characters can only be written as escapes in a body that is UTF-8.
      const faults = findFaults(value, text.includes('\\u'));
      done(faults.length > 0 ? new HttpProblem('invalid-input', faults) : null, value);
    });
  });
}

/** Finds what no route can deal with: too deep a nesting and, when asked, unstorable characters. */
export function findFaults(body: unknown, checksCharacters: boolean): InputFault[] {
  const faults: InputFault[] = [];
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value === 'string') {
      if (checksCharacters && unstorable.test(value)) faults.push(faultAt(pointer, 'forbidden-characters'));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (depth > deepestNesting) {
      faults.push(faultAt(pointer, 'too-deep'));
      return;
    }
    for (const [name, each] of Object.entries(value)) {
      const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (checksCharacters && unstorable.test(name)) faults.push(faultAt(pointer, 'forbidden-characters'));
      else visit(each, place, depth + 1);
    }
  };
  visit(body, '', 1);
  return faults;
}

function faultAt(location: string, code: 'forbidden-characters' | 'too-deep'): InputFault {
  return { in: 'body', location, code, detail: faultTexts[code](deepestNesting) };
}
