import { field, type FieldOptions } from './field.ts';
import { type Rule, rule, textRule } from './rule.ts';

export interface TextOptions extends FieldOptions {
  /** In characters (Unicode code points), not in bytes. */
  readonly maxLength: number;
  /** Without it a text must have at least one character. */
  readonly minLength?: number;
  /** Line breaks are allowed. */
  readonly multiline?: boolean;
}

/**
 * Characters that nobody types and that make a text look different from what it is: control characters,
 * separators of lines and paragraphs, halves of a pair of code units, and marks that turn the direction of
 * writing. Emoji are ordinary text.
 */
const forbidden = /[\p{Cc}\p{Surrogate}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A character that a reader sees: not white, and no mark that only joins, breaks or hides (U+3164 looks empty). */
const visible = /[^\p{Cf}\s\u034f\u115f\u1160\u2800\u3164\ufe00-\ufe0f]/u;

export const isText = rule('not-text', (value) => typeof value === 'string');

function isShorterThan(limit: number, text: string): boolean {
  if (limit > 0 && !visible.test(text)) return true;
  return Array.from(text.slice(0, 2 * limit)).length < limit;
}

function isLongerThan(limit: number, text: string): boolean {
  // A character takes one or two code units, so most texts need no counting.
  if (text.length <= limit) return false;
  return text.length > 2 * limit || Array.from(text).length > limit;
}

/** The demands on the length and the characters of a text. */
export function textRules(maxLength: number, minLength: number, multiline = false): Rule[] {
  return [
    isText,
    textRule('too-short', (text) => !isShorterThan(minLength, text), minLength),
    textRule('too-long', (text) => !isLongerThan(maxLength, text), maxLength),
    textRule('forbidden-characters', (text) => !forbidden.test(multiline ? text.replaceAll('\n', '') : text)),
  ];
}

/** Brings a text to one form: composed characters (NFC), `\n` as line break, nothing around it. */
export function readText(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC').replaceAll('\r\n', '\n').trim() : value;
}

/** A text that people write and read. */
export function TextField(options: TextOptions): PropertyDecorator {
  const { maxLength, minLength = 1, multiline } = options;
  return field(
    {
      schema: { type: 'string', minLength, maxLength },
      rules: textRules(maxLength, minLength, multiline),
      read: readText,
    },
    options,
  );
}

/** A short machine-readable code, such as that of a kern: letters, digits, hyphens and dots. */
export function CodeField(options: FieldOptions & { readonly maxLength?: number }): PropertyDecorator {
  const { maxLength = 64 } = options;
  const pattern = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;
  return field(
    {
      schema: { type: 'string', minLength: 1, maxLength, pattern: pattern.source },
      rules: [
        isText,
        textRule('not-a-code', (text) => text.length > maxLength || pattern.test(text)),
        textRule('too-long', (text) => text.length <= maxLength, maxLength),
      ],
    },
    options,
  );
}
