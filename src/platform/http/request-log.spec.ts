import { describe, expect, it } from '@jest/globals';
import { describeError, logSerializers } from './request-log.ts';

describe('The log', () => {
  it('shows where an error comes from', () => {
    const described = describeError(new TypeError('not a function', { cause: new Error('deeper') }));
    expect(described).toMatchObject({
      type: 'TypeError',
      message: 'not a function',
      cause: { message: 'deeper' },
    });
    expect(described.stack).toContain('request-log.spec');
  });

  it('keeps what the database quotes from people out of it', () => {
    const failed = Object.assign(new Error('duplicate key: NL91ABNA0417164300'), {
      code: '23505',
      constraint: 'payee_iban_unique',
      table: 'payee',
      detail: 'Key (iban)=(NL91ABNA0417164300) already exists.',
      query: 'INSERT',
      parameters: ['NL91ABNA0417164300'],
    });
    expect(describeError(failed)).toMatchObject({
      code: '23505',
      constraint: 'payee_iban_unique',
      table: 'payee',
    });
    expect(JSON.stringify(describeError(failed))).not.toContain('NL91');
  });

  it('shows of a request its method and path only', () => {
    const request = { method: 'GET', url: '/v1/x?naam=Jansen', headers: { authorization: 'Bearer geheim' } };
    expect(logSerializers.req(request)).toEqual({ method: 'GET', path: '/v1/x' });
  });
});
