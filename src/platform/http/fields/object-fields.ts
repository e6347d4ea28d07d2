import { type Class, field, type FieldOptions } from './field.ts';
import { rule } from './rule.ts';

const isObject = rule(
  'not-an-object',
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A nested object with fields of its own. The class is given as a function, so that order does not matter. */
export function ObjectField(type: () => Class, options: FieldOptions): PropertyDecorator {
  return field({ schema: {}, rules: [isObject], nested: type }, options);
}

/** A list of nested objects. */
export function ListField(
  type: () => Class,
  options: FieldOptions & { readonly maxItems: number; readonly minItems?: number },
): PropertyDecorator {
  const { maxItems, minItems = 0 } = options;
  return field({ schema: {}, rules: [isObject], nested: type }, { ...options, list: { maxItems, minItems } });
}
