import { field, type FieldOptions } from './field.ts';
import { rule } from './rule.ts';

const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Tells whether a text has the form of an identifier (UUID of any version). */
export function isId(value: unknown): boolean {
  return typeof value === 'string' && idForm.test(value);
}

/** The identifier of something (UUID). */
export function IdField(options: FieldOptions): PropertyDecorator {
  return field(
    {
      schema: { type: 'string', format: 'uuid' },
      rules: [rule('not-an-id', isId)],
      read: (value) => (isId(value) ? (value as string).toLowerCase() : value),
    },
    options,
  );
}

/** One of a closed list of words. */
export function EnumField(
  options: FieldOptions & { readonly choices: readonly [string, ...string[]] | readonly string[] },
): PropertyDecorator {
  const known = new Set<unknown>(options.choices);
  return field(
    {
      schema: { type: 'string', enum: [...options.choices] },
      rules: [rule('not-a-choice', (value) => known.has(value), options.choices)],
    },
    options,
  );
}
