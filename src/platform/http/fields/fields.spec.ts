import { describe, expect, it } from '@jest/globals';
import { readInput } from '../read-input.ts';
import { EnumField, IdField } from './choice-fields.ts';
import { EmailField, IbanField, KvkNumberField, PhoneField, PostcodeField } from './contact-fields.ts';
import { CalendarDateField, InstantField } from './date-fields.ts';
import type { Source } from './field.ts';
import { CentsField, FlagField, IntegerField } from './number-fields.ts';
import { ListField, ObjectField } from './object-fields.ts';
import { CodeField, TextField } from './text-field.ts';

const description = 'Een veld.';

/** Reads `value` in a class with one field of this kind; gives the value as read, or the codes of its faults. */
function reading(decorate: PropertyDecorator, value: unknown, source: Source = 'body'): unknown {
  class Message {
    declare field: unknown;
  }
  decorate(Message.prototype, 'field');
  const input = readInput(Message, value === undefined ? {} : { field: value }, source);
  return input.kind === 'read' ? input.value.field : input.faults.map(({ code }) => code);
}

describe('A text', () => {
  const field = TextField({ description, maxLength: 10 });

  it.each([
    ['gewoon', 'gewoon'],
    ['  ruim  ', 'ruim'],
    ['Cafe\u0301', 'Café'],
    ['👩‍👩‍👧 ja', '👩‍👩‍👧 ja'],
    ['🎉'.repeat(10), '🎉'.repeat(10)],
    ['Şahin Iğdır', ['too-long']],
    ['🎉'.repeat(11), ['too-long']],
    ['x'.repeat(100_000), ['too-long']],
    ['   ', ['too-short']],
    ['a\tb', ['forbidden-characters']],
    ['a\nb', ['forbidden-characters']],
    ['a\u0000b', ['forbidden-characters']],
    ['a\u200fb', ['forbidden-characters']],
    ['a\u202eb', ['forbidden-characters']],
    ['a\u2066b', ['forbidden-characters']],
    ['a\ud800b', ['forbidden-characters']],
    [5, ['not-text']],
    [['a'], ['not-text']],
    [{}, ['not-text']],
    [null, ['required']],
    [undefined, ['required']],
  ])('%j is read as %j', (value, expected) => {
    expect(reading(field, value)).toEqual(expected);
  });

  it('may have line breaks when it is long, in one form', () => {
    const multiline = TextField({ description, maxLength: 20, multiline: true });
    expect(reading(multiline, 'een\r\ntwee\n')).toBe('een\ntwee');
    expect(reading(multiline, 'een\rtwee')).toEqual(['forbidden-characters']);
  });

  it('may be left out or be null only where that is said', () => {
    const optional = TextField({ description, maxLength: 10, optional: true });
    expect([reading(optional, undefined), reading(optional, null)]).toEqual([undefined, ['null-refused']]);
    const nullable = TextField({ description, maxLength: 10, nullable: true });
    expect([reading(nullable, undefined), reading(nullable, null)]).toEqual([['required'], null]);
  });

  it('that is a code has letters, digits, hyphens and dots only', () => {
    const code = CodeField({ description });
    expect([reading(code, 'kerk-avezaath'), reading(code, 'a b'), reading(code, '')]).toEqual([
      'kerk-avezaath',
      ['not-a-code'],
      ['not-a-code'],
    ]);
  });
});

describe('An amount', () => {
  it.each([
    [0, 0],
    [200_000, 200_000],
    [10_000_000_000, 10_000_000_000],
    [-1, ['negative-amount']],
    [0.5, ['not-whole-cents']],
    ['200000', ['not-a-number']],
    [10_000_000_001, ['amount-too-high']],
    [9_007_199_254_740_993, ['amount-too-high']],
    [1e400, ['amount-too-high']],
    [-1e400, ['negative-amount']],
    [Number.NaN, ['not-whole-cents']],
    [true, ['not-a-number']],
  ])('%p is read as %j', (value, expected) => {
    const codes = reading(CentsField({ description }), value);
    expect(Array.isArray(expected) ? (codes as string[]).slice(0, 1) : codes).toEqual(expected);
  });

  it('may be negative only where that is said', () => {
    expect(reading(CentsField({ description, signed: true }), -5)).toBe(-5);
    expect(reading(CentsField({ description, minimum: 100 }), 99)).toEqual(['amount-too-low']);
  });
});

describe('A number, a flag and a choice', () => {
  const number = IntegerField({ description, minimum: 1, maximum: 100 });

  it('come as text from a query, and only there', () => {
    expect([reading(number, '20', 'query'), reading(number, '20')]).toEqual([20, ['not-a-number']]);
    const flag = FlagField({ description });
    expect([reading(flag, 'false', 'query'), reading(flag, 'false')]).toEqual([false, ['not-a-flag']]);
    expect([reading(number, '1e1', 'query'), reading(number, ['1', '2'], 'query')]).toEqual([
      ['not-a-number'],
      ['not-a-number'],
    ]);
  });

  it('stay within their bounds', () => {
    expect([0, 101, 1.5].map((value) => reading(number, value))).toEqual([
      ['too-low'],
      ['too-high'],
      ['not-an-integer'],
    ]);
    const choice = EnumField({ description, choices: ['resident', 'organisation'] });
    expect([reading(choice, 'resident'), reading(choice, 'king')]).toEqual(['resident', ['not-a-choice']]);
  });

  it('form a list when a query repeats them', () => {
    const choices = EnumField({ description, choices: ['a', 'b'], list: { maxItems: 2 } });
    expect(reading(choices, 'a', 'query')).toEqual(['a']);
    expect(reading(choices, ['a', 'b'], 'query')).toEqual(['a', 'b']);
    expect(reading(choices, ['a', 'c'])).toEqual(['not-a-choice']);
    expect(reading(choices, ['a', 'b', 'a'])).toEqual(['too-many-items']);
    expect(reading(choices, [null])).toEqual(['not-a-choice']);
    expect(reading(choices, 'a')).toEqual(['not-a-list']);
  });
});

describe('A date', () => {
  it('is a day that exists', () => {
    const field = CalendarDateField({ description });
    expect(reading(field, '2020-02-29')).toBe('2020-02-29');
    for (const value of ['2019-02-29', '2019-13-01', '31-05-2019', '2019-05-31T00:00:00Z', 20190531, '']) {
      expect(reading(field, value)).toEqual(['not-a-date']);
    }
  });

  it('with a time has a zone', () => {
    const field = InstantField({ description });
    expect(reading(field, '2019-05-31T23:59:00+02:00')).toEqual(new Date('2019-05-31T21:59:00Z'));
    for (const value of [
      '2019-05-31T23:59:00',
      '2019-02-30T10:00:00Z',
      '2019-05-31T25:00:00Z',
      '2019-05-31',
      0,
    ]) {
      expect(reading(field, value)).toEqual(['not-an-instant']);
    }
  });
});

describe('How to reach and pay somebody', () => {
  it.each([
    [IbanField({ description }), 'NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
    [IbanField({ description }), 'NL92ABNA0417164300', ['invalid-iban']],
    [IbanField({ description }), 'NL91', ['invalid-iban']],
    [KvkNumberField({ description }), '01234567', '01234567'],
    [KvkNumberField({ description }), '1234567', ['invalid-kvk-number']],
    [KvkNumberField({ description }), 12345678, ['not-text']],
    [PostcodeField({ description }), '4021ab', '4021 AB'],
    [PostcodeField({ description }), '0021 AB', ['invalid-postcode']],
    [PostcodeField({ description }), '4021 SS', ['invalid-postcode']],
    [EmailField({ description }), 'jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    [EmailField({ description }), 'jan@', ['invalid-email']],
    [EmailField({ description }), `${'x'.repeat(300)}@voorbeeld.nl`, ['invalid-email']],
    [PhoneField({ description }), '(0344) 12 34 56', '(0344) 12 34 56'],
    [PhoneField({ description }), '+31 6 12345678', '+31 6 12345678'],
    [PhoneField({ description }), 'bel mij', ['invalid-phone']],
  ])('(%#) is checked: %2$j', (field, value, expected) => {
    expect(reading(field, value)).toEqual(expected);
  });
});

describe('An object within an object', () => {
  class Cost {
    @TextField({ description, maxLength: 10 })
    name!: string;

    @IdField({ description, optional: true })
    id?: string;
  }
  class Request {
    @ListField(() => Cost, { description, maxItems: 3, minItems: 1 })
    costs!: Cost[];

    @ObjectField(() => Cost, { description, optional: true })
    largest?: Cost;
  }
  const faultsOf = (plain: unknown) => {
    const input = readInput(Request, plain, 'body');
    return input.kind === 'read' ? [] : input.faults.map(({ location, code }) => `${location} ${code}`);
  };

  it('is read into its own class', () => {
    const input = readInput(Request, { costs: [{ name: ' Hout ' }] }, 'body');
    expect(input).toMatchObject({ kind: 'read', value: { costs: [expect.any(Cost)] } });
    expect(input).toMatchObject({ value: { costs: [{ name: 'Hout' }] } });
  });

  it('has its faults under its own place', () => {
    expect(faultsOf({ costs: [{ name: 'a' }, { name: '', id: 'x' }], largest: { naam: 'b' } })).toEqual([
      '/largest/naam unknown-field',
      '/costs/1/name too-short',
      '/costs/1/id not-an-id',
      '/largest/name required',
    ]);
  });

  it('is nothing else than an object', () => {
    expect(faultsOf({ costs: [[{ name: 'a' }]] })).toEqual(['/costs/0 not-an-object']);
    expect(faultsOf({ costs: [[]] })).toEqual(['/costs/0 not-an-object']);
    expect(faultsOf({ costs: ['a', null] })).toEqual(['/costs/0 not-an-object', '/costs/1 not-an-object']);
    expect(faultsOf({ costs: { 0: { name: 'a' } } })).toEqual(['/costs not-a-list']);
    expect(faultsOf({ costs: [] })).toEqual(['/costs too-few-items']);
    expect(faultsOf({ costs: [{ name: 'a' }], largest: [{ name: 'a' }] })).toEqual([
      '/largest not-an-object',
    ]);
    expect(faultsOf({ costs: [{ name: 'a' }], largest: 'a' })).toEqual(['/largest not-an-object']);
  });

  it('has no fields that every object has by nature', () => {
    const plain = { costs: [{ name: 'a' }], hasOwnProperty: 1, toString: 2 };
    expect(faultsOf(plain)).toEqual(['/hasOwnProperty unknown-field', '/toString unknown-field']);
  });
});
