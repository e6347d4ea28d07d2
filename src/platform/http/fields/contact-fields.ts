import { isEmail, isIBAN } from 'class-validator';
import { field, type FieldKind, type FieldOptions } from './field.ts';
import { textRule } from './rule.ts';
import { isText, readText } from './text-field.ts';

const iban: FieldKind = {
  schema: { type: 'string', minLength: 15, maxLength: 34 },
  rules: [isText, textRule('invalid-iban', (text) => /^[A-Z0-9]{15,34}$/.test(text) && isIBAN(text))],
  read: (value) =>
    typeof value === 'string' && /^[A-Za-z0-9 ]{15,50}$/.test(value)
      ? value.replaceAll(' ', '').toUpperCase()
      : value,
};

/** A bank account number (ISO 13616), kept without spaces. */
export function IbanField(options: FieldOptions): PropertyDecorator {
  return field(iban, options);
}

const kvkNumber: FieldKind = {
  schema: { type: 'string', pattern: '^\\d{8}$' },
  rules: [isText, textRule('invalid-kvk-number', (text) => /^\d{8}$/.test(text))],
  read: readText,
};

/** The number of an organisation in the trade register: eight digits. */
export function KvkNumberField(options: FieldOptions): PropertyDecorator {
  return field(kvkNumber, options);
}

const postcode: FieldKind = {
  schema: { type: 'string', pattern: '^[1-9]\\d{3} ?[A-Za-z]{2}$' },
  // The letter pairs SA, SD and SS are not given out.
  rules: [isText, textRule('invalid-postcode', (text) => /^[1-9]\d{3} (?!S[ADS])[A-Z]{2}$/.test(text))],
  read: (value) =>
    typeof value === 'string' && /^\d{4} ?[A-Za-z]{2}$/.test(value.trim())
      ? `${value.trim().slice(0, 4)} ${value.trim().slice(-2).toUpperCase()}`
      : value,
};

/** A Dutch postcode, kept as "4021 AB". */
export function PostcodeField(options: FieldOptions): PropertyDecorator {
  return field(postcode, options);
}

const email: FieldKind = {
  schema: { type: 'string', format: 'email', maxLength: 254 },
  rules: [isText, textRule('invalid-email', (text) => text.length <= 254 && isEmail(text))],
  read: readText,
};

export function EmailField(options: FieldOptions): PropertyDecorator {
  return field(email, options);
}

const phone: FieldKind = {
  schema: { type: 'string', minLength: 6, maxLength: 25 },
  rules: [
    isText,
    textRule('invalid-phone', (text) => {
      const digits = text.replace(/\D/g, '').length;
      return /^\+?[\d ()-]{6,24}$/.test(text) && digits >= 6 && digits <= 15;
    }),
  ],
  read: readText,
};

/** A telephone number as people write it: digits with spaces, hyphens, brackets and a leading plus. */
export function PhoneField(options: FieldOptions): PropertyDecorator {
  return field(phone, options);
}
