import fc from 'fast-check';
import { addDays, calendarDate } from '../../src/kernel/calendar-date.ts';
import type { SchemaNode } from '../../src/regulations/domain/schema/schema-node.ts';

const words = fc
  .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''));

const days = fc.nat(20_000).map((days) => addDays(calendarDate('2000-01-01'), days));

function numbers(node: SchemaNode): fc.Arbitrary<number> {
  const min = node.minimum ?? 0;
  const max = Math.min(node.maximum ?? 1_000_000, 10_000_000);
  if (node.type === 'integer') return fc.integer({ min, max });
  return fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);
}

function lists(node: SchemaNode): fc.Arbitrary<unknown[]> {
  const item = arbitraryValue(node.items ?? {});
  const minLength = node.minItems ?? 0;
  const maxLength = Math.min(node.maxItems ?? 3, minLength + 2);
  return node.uniqueItems
    ? fc.uniqueArray(item, { minLength, maxLength, selector: (value) => JSON.stringify(value) })
    : fc.array(item, { minLength, maxLength });
}

/** Any value that a schema of the vocabulary allows. */
export function arbitraryValue(node: SchemaNode): fc.Arbitrary<unknown> {
  if (node.oneOf) return fc.oneof(...node.oneOf.map(arbitraryValue));
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  switch (node.type) {
    case 'object': {
      const properties = Object.entries(node.properties ?? {});
      const required = node.required ?? [];
      return fc.record(Object.fromEntries(properties.map(([name, part]) => [name, arbitraryValue(part)])), {
        requiredKeys: required as never[],
        noNullPrototype: true,
      });
    }
    case 'array':
      return lists(node);
    case 'integer':
    case 'number':
      return numbers(node);
    case 'boolean':
      return fc.boolean();
    default:
      return node.format === 'date' ? days : words;
  }
}

type Path = readonly (string | number)[];

/** Every place in a value, the whole one first. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Object.entries(value).flatMap(([name, part]) =>
    placesIn(part, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...parts];
}

/** The schema of a place: unions follow the variant that the value chose. */
function schemaAt(node: SchemaNode, value: unknown, path: Path): SchemaNode {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  const part = (value as Record<string | number, unknown>)[step];
  if (typeof step === 'number') return schemaAt(node.items ?? {}, part, rest);
  const tag = node.discriminator?.propertyName ?? 'kind';
  const chosen = (value as Record<string, unknown>)[tag];
  const object = node.oneOf?.find((variant) => variant.properties?.[tag]?.const === chosen) ?? node;
  return schemaAt(object.properties?.[step] ?? {}, part, rest);
}

function replaced(value: unknown, path: Path, part: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[step] = replaced(copy[step], rest, part);
  return copy;
}

/** A value of the schema, and the same value in which one place was changed into something else that is allowed. */
export function arbitraryChange(
  node: SchemaNode,
): fc.Arbitrary<{ before: unknown; after: unknown; path: Path }> {
  return arbitraryValue(node).chain((before) => {
    const places = placesIn(before).filter((path) => {
      const { const: fixed } = schemaAt(node, before, path);
      return fixed === undefined;
    });
    return fc.constantFrom(...places).chain((path) =>
      arbitraryValue(schemaAt(node, before, path)).map((part) => ({
        before,
        after: replaced(before, path, part),
        path,
      })),
    );
  });
}
