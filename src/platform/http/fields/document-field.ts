import { field, type FieldOptions } from './field.ts';
import { rule } from './rule.ts';

const isObject = rule(
  'not-an-object',
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * A whole document, such as a regulation. Its form is not that of a message but has a schema of its own, published
 * beside the routes: a draft may break it, and validation tells where.
 */
export function DocumentField(options: FieldOptions): PropertyDecorator {
  return field({ schema: { type: 'object', additionalProperties: true }, rules: [isObject] }, options);
}
