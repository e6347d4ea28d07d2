import { field, type FieldOptions } from '../platform/http/fields/field.ts';
import { rule } from '../platform/http/fields/rule.ts';

const isObject = rule(
  'not-an-object',
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * A whole regulation. Its form is not that of a message but of a document with a schema of its own, published at
 * `/v1/regulation-schema`: a draft may break it, and validation tells where.
 */
export function DocumentField(options: FieldOptions): PropertyDecorator {
  return field({ schema: { type: 'object', additionalProperties: true }, rules: [isObject] }, options);
}
