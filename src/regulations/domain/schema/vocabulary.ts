import Type, { type Static, type TProperties, type TSchema } from 'typebox';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { type Cents, highestAmountCents } from '../../../kernel/money.ts';

type Frozen<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> };

/** The type of what a schema describes: one declaration serves both, and nothing of it can be changed. */
export type Data<Schema extends TSchema> = Frozen<Static<Schema>>;

/** An object with these properties and no others. */
export function record<Properties extends TProperties>(properties: Properties, description?: string) {
  return Type.Object(properties, { additionalProperties: false, ...(description && { description }) });
}

export function optional<Schema extends TSchema>(schema: Schema) {
  return Type.Optional(schema);
}

/** One of several objects, told apart by a property that each of them has, such as `kind`. */
export function variants<Variants extends readonly TSchema[]>(
  tag: string,
  description: string,
  ...of: Variants
) {
  const schema = { type: 'object', description, oneOf: of, discriminator: { propertyName: tag } };
  return Type.Unsafe<Static<Variants[number]>>(schema);
}

/** The property that tells a variant apart. */
export function tag<Name extends string>(name: Name, description: string) {
  return Type.Literal(name, { description });
}

/** An amount in whole euro cents. */
export function money(description: string, minimum = 1) {
  return Type.Unsafe<Cents>(
    Type.Integer({ minimum, maximum: highestAmountCents, description: `${description} In hele centen.` }),
  );
}

/** A day, as YYYY-MM-DD. */
export function day(description: string) {
  return Type.Unsafe<CalendarDate>(Type.String({ format: 'date', description }));
}

/** A share of a hundred, with at most two decimals. */
export function percentage(description: string) {
  return Type.Number({ exclusiveMinimum: 0, maximum: 100, multipleOf: 0.01, description });
}

export function count(description: string, minimum: number, maximum: number) {
  return Type.Integer({ minimum, maximum, description });
}

/** One line: nothing white around it, no control characters and nothing that turns the direction of writing. */
const oneLine = '^(?!\\s)[^\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+(?<!\\s)$';

/** A text that stands in the rendered regulation as it is written. */
export function text(description: string, maxLength = 300) {
  return Type.String({ minLength: 1, maxLength, pattern: oneLine, description });
}

/** A short name for programs. */
export function code(description: string) {
  return Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9.-]*$', description });
}

export function choice<const Choices extends readonly string[]>(choices: Choices, description: string) {
  return Type.Unsafe<Choices[number]>({ type: 'string', enum: [...choices], description });
}

export function flag(description: string) {
  return Type.Boolean({ description });
}

/** A list; `uniqueItems` where saying a thing twice would mean nothing. */
export function list<Schema extends TSchema>(
  items: Schema,
  description: string,
  { minItems = 1, maxItems = 100, uniqueItems = false } = {},
) {
  return Type.Array(items, { description, minItems, maxItems, ...(uniqueItems && { uniqueItems }) });
}
