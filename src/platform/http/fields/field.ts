import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateNested } from 'class-validator';
import { type Rule, rule } from './rule.ts';

export type Class<T extends object = object> = new () => T;

/** Where a value comes from: in a query and in a form everything is text, in a body nothing is converted. */
export type Source = 'body' | 'query' | 'form';

export interface FieldOptions {
  /** What it is, for the reader of the API's documentation. */
  readonly description: string;
  /** The field may be left out. */
  readonly optional?: boolean;
  /** The field may be null. */
  readonly nullable?: boolean;
  /** The field is a list of such values. */
  readonly list?: { readonly maxItems: number; readonly minItems?: number };
  readonly example?: unknown;
  /** What holds when the field is left out; the class sets it too. */
  readonly default?: unknown;
}

/** What a kind of field knows, apart from its place in a class. */
export interface FieldKind {
  readonly schema: Readonly<Record<string, unknown>>;
  /** Demands on one value. */
  readonly rules: readonly Rule[];
  /** Brings a value to its own form (trimmed, a number from a query); leaves alone what it does not know. */
  readonly read?: (value: unknown, source: Source) => unknown;
  /** For a nested object: its class. */
  readonly nested?: () => Class;
}

/** What reading an object needs to know about one of its fields. */
export interface ReadableField {
  readonly isList: boolean;
  /** Of a longer list the items are not read; it is refused as a whole. */
  readonly maxItems: number;
  readonly read: ((value: unknown, source: Source) => unknown) | undefined;
  readonly nested: (() => Class) | undefined;
}

/** The name of our constraint in class-validator. */
export const fieldConstraint = 'field';

const metadataKey = 'kernbudget:fields';

export function prototypeOf(type: Class): object {
  return type.prototype as object;
}

/** The fields that a class and its ancestors declare. */
export function fieldsOf(type: Class): ReadonlyMap<string, ReadableField> {
  return (Reflect.getMetadata(metadataKey, prototypeOf(type)) ?? new Map()) as Map<string, ReadableField>;
}

function register(prototype: object, name: string, field: ReadableField): void {
  const known = Reflect.getMetadata(metadataKey, prototype) as Map<string, ReadableField> | undefined;
  Reflect.defineMetadata(metadataKey, new Map(known).set(name, field), prototype);
}

/** A fault within the value of a field; `place` is the index of an item (`/2`), or empty for the whole. */
export interface FieldFault {
  readonly place: string;
  readonly code: string;
  readonly detail: string;
}

function broken(rules: readonly Rule[], value: unknown, place: string): FieldFault[] {
  return rules.filter(({ holds }) => !holds(value)).map(({ code, detail }) => ({ place, code, detail }));
}

function listRules({ maxItems, minItems = 0 }: { maxItems: number; minItems?: number }): Rule[] {
  const counts = (holds: (count: number) => boolean) => (value: unknown) =>
    !Array.isArray(value) || holds(value.length);
  return [
    rule('not-a-list', (value) => Array.isArray(value)),
    rule(
      'too-few-items',
      counts((count) => count >= minItems),
      minItems,
    ),
    rule(
      'too-many-items',
      counts((count) => count <= maxItems),
      maxItems,
    ),
  ];
}

/** Makes the function that finds everything that is wrong with the value of a field. */
function faultFinder({ rules }: FieldKind, options: FieldOptions): (value: unknown) => FieldFault[] {
  const { optional = false, nullable = false, list } = options;
  const presence = [
    optional
      ? rule('null-refused', (value) => value === undefined || nullable)
      : rule('required', (value) => value === null && nullable),
  ];
  if (list === undefined) {
    return (value) => broken(value === undefined || value === null ? presence : rules, value, '');
  }
  const wholeRules = listRules(list);
  return (value) => {
    if (value === undefined || value === null) return broken(presence, value, '');
    const faults = broken(wholeRules, value, '');
    if (faults.length > 0 || !Array.isArray(value)) return faults;
    return value.flatMap((item, index) => broken(rules, item, `/${index}`));
  };
}

/**
 * One constraint of class-validator for the whole field: each constraint costs time on every request. It has
 * room for one text, so the faults travel in it as JSON.
 */
function demand(find: (value: unknown) => FieldFault[]): PropertyDecorator {
  return ValidateBy({
    name: fieldConstraint,
    validator: {
      validate: (value) => find(value).length === 0,
      defaultMessage: (context) => JSON.stringify(find(context?.value)),
    },
  });
}

function documented(kind: FieldKind, options: FieldOptions): PropertyDecorator {
  const { description, optional = false, nullable, list, example } = options;
  const preset = options.default;
  const about = {
    description,
    required: !optional,
    ...(nullable && { nullable }),
    ...(example !== undefined && { example }),
    ...(preset !== undefined && { default: preset }),
    ...(list && { minItems: list.minItems ?? 0, maxItems: list.maxItems }),
  };
  const { nested } = kind;
  const shape = nested
    ? // The generator knows a function that gives the class by its name, `type`, so it is written out here.
      { type: () => nested(), isArray: list !== undefined }
    : list
      ? { type: 'array', items: kind.schema }
      : kind.schema;
  return ApiProperty({ ...about, ...shape });
}

/** Declares a field: its documentation, its rules, and how its value is read from a message. */
export function field(kind: FieldKind, options: FieldOptions): PropertyDecorator {
  const isList = options.list !== undefined;
  const maxItems = options.list?.maxItems ?? 0;
  const decorators = [documented(kind, options), demand(faultFinder(kind, options))];
  if (kind.nested) decorators.push(ValidateNested());
  return (prototype, name) => {
    register(prototype, String(name), { isList, maxItems, read: kind.read, nested: kind.nested });
    for (const decorate of decorators) decorate(prototype, name);
  };
}
