import { validateSync, type ValidationError } from 'class-validator';
import { assert } from '../../kernel/assert.ts';
import type { InputFault } from '../../kernel/domain-error.ts';
import { faultTexts } from './fields/fault-texts.ts';
import {
  type Class,
  fieldConstraint,
  type FieldFault,
  fieldsOf,
  type ReadableField,
  type Source,
} from './fields/field.ts';

/** The object that a caller meant, or everything that is wrong with it. */
export type ReadInput<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly faults: readonly InputFault[] };

/**
 * Reads a plain object into a class whose properties are declared with fields, and checks it.
 * All faults are reported at once, each with its place: a JSON Pointer in a body (RFC 6901), a name in a query.
 */
export function readInput<T extends object>(type: Class<T>, plain: unknown, source: Source): ReadInput<T> {
  if (plain === undefined || plain === null) return refused(fault(source, '', 'required'));
  if (!isObject(plain)) return refused(fault(source, '', 'not-an-object'));
  const faults: InputFault[] = [];
  const value = instantiate(type, plain, source, '', faults);
  const errors = validateSync(value, {
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  collect(errors, source, '', faults);
  return faults.length === 0 ? { kind: 'read', value } : { kind: 'refused', faults };
}

function refused(...faults: InputFault[]): { kind: 'refused'; faults: InputFault[] } {
  return { kind: 'refused', faults };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Copies the declared fields, each read in its own way, and reports the others. Done here and not by a general
 * transformer: nothing but declared names is ever assigned, so `constructor` and the like are unknown fields.
 */
function instantiate<T extends object>(
  type: Class<T>,
  plain: Record<string, unknown>,
  source: Source,
  place: string,
  faults: InputFault[],
): T {
  const fields = fieldsOf(type);
  assert(fields.size > 0, `${type.name} declares no fields and cannot be read from a message`);
  const instance = new type();
  for (const name of Object.keys(plain)) {
    const field = fields.get(name);
    const pointer = `${place}/${escape(name)}`;
    if (field === undefined) {
      faults.push(fault(source, pointer, source === 'query' ? 'unknown-parameter' : 'unknown-field'));
    } else if (plain[name] !== undefined) {
      Reflect.set(instance, name, readField(field, plain[name], source, pointer, faults));
    }
  }
  return instance;
}

function readField(
  field: ReadableField,
  given: unknown,
  source: Source,
  pointer: string,
  faults: InputFault[],
): unknown {
  const one = (value: unknown, place: string): unknown => {
    if (field.nested && isObject(value)) return instantiate(field.nested(), value, source, place, faults);
    return field.read ? field.read(value, source) : value;
  };
  // A query names a list by repeating its key, and a list of one looks like a single value.
  const value = field.isList && source === 'query' && !Array.isArray(given) ? [given] : given;
  if (!field.isList) return one(value, pointer);
  if (!Array.isArray(value) || value.length > field.maxItems) return value;
  return value.map((item, index) => one(item, `${pointer}/${index}`));
}

function escape(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}

function fault(source: Source, pointer: string, code: keyof typeof faultTexts): InputFault {
  const text = faultTexts[code] as () => string;
  return { in: placeOf(source), location: locationOf(source, pointer), code, detail: text() };
}

/** A form is a body too. */
function placeOf(source: Source): InputFault['in'] {
  return source === 'query' ? 'query' : 'body';
}

function locationOf(source: Source, pointer: string): string {
  return source === 'query' ? pointer.slice(1) : pointer;
}

/** Flattens the tree of class-validator into faults with their places. */
function collect(
  errors: readonly ValidationError[],
  source: Source,
  parent: string,
  faults: InputFault[],
): void {
  for (const error of errors) {
    const pointer = `${parent}/${escape(error.property)}`;
    // Other constraints are class-validator's own remarks on nesting, which ours have made already.
    const found = JSON.parse(error.constraints?.[fieldConstraint] ?? '[]') as FieldFault[];
    for (const { place, code, detail } of found) {
      faults.push({ in: placeOf(source), location: locationOf(source, pointer + place), code, detail });
    }
    collect(error.children ?? [], source, pointer, faults);
  }
}
