import { highestAmountCents } from '../../../kernel/money.ts';
import { field, type FieldOptions, type Source } from './field.ts';
import { numberRule, rule } from './rule.ts';

const isNumber = rule('not-a-number', (value) => typeof value === 'number');

/** An amount of whole euro cents; zero or more unless `signed`. */
export function CentsField(
  options: FieldOptions & { readonly signed?: boolean; readonly minimum?: number; readonly maximum?: number },
): PropertyDecorator {
  const { signed = false, maximum = highestAmountCents } = options;
  const minimum = options.minimum ?? (signed ? -highestAmountCents : 0);
  return field(
    {
      schema: { type: 'integer', format: 'int64', minimum, maximum },
      rules: [
        isNumber,
        // Beyond the safe integers a number is no longer the number that was sent, so it is not called whole.
        numberRule('not-whole-cents', (amount) => Number.isInteger(amount) || Math.abs(amount) > maximum),
        numberRule('negative-amount', (amount) => signed || amount >= 0),
        numberRule('amount-too-low', (amount) => amount >= minimum || (!signed && amount < 0)),
        numberRule('amount-too-high', (amount) => amount <= maximum),
      ],
      read: readNumber,
    },
    options,
  );
}

/** A whole number between bounds (inclusive). */
export function IntegerField(
  options: FieldOptions & { readonly minimum?: number; readonly maximum?: number },
): PropertyDecorator {
  const { minimum = 0, maximum = 2_147_483_647 } = options;
  return field(
    {
      schema: { type: 'integer', format: 'int64', minimum, maximum },
      rules: [
        isNumber,
        numberRule('not-an-integer', (number) => Number.isInteger(number) || number > maximum),
        numberRule('too-low', (number) => number >= minimum, minimum),
        numberRule('too-high', (number) => number <= maximum, maximum),
      ],
      read: readNumber,
    },
    options,
  );
}

/** Yes or no. */
export function FlagField(options: FieldOptions): PropertyDecorator {
  return field(
    {
      schema: { type: 'boolean' },
      rules: [rule('not-a-flag', (value) => typeof value === 'boolean')],
      read: readFlag,
    },
    options,
  );
}

function readNumber(value: unknown, source: Source): unknown {
  const isNumeral = source !== 'body' && typeof value === 'string' && /^-?\d{1,15}$/.test(value);
  return isNumeral ? Number(value) : value;
}

function readFlag(value: unknown, source: Source): unknown {
  if (source !== 'body' && value === 'true') return true;
  if (source !== 'body' && value === 'false') return false;
  return value;
}
