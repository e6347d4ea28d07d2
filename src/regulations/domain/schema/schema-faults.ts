import { isCalendarDate } from '../../../kernel/calendar-date.ts';
import type { Contradiction } from '../contradiction.ts';
import { nearest } from './nearest.ts';
import { type SchemaNode, variantsOf } from './schema-node.ts';

type Report = (pointer: string, code: string, detail: string, suggestion: string) => void;

function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function about({ description }: SchemaNode): string {
  return description === undefined ? 'Zie het schema van de regeling.' : description;
}

function suggestKey(name: string, known: readonly string[], missing: readonly string[]): string {
  const meant = nearest(name, missing) ?? nearest(name, known);
  return meant === null ? `Haal dit weg. Hier kan: ${known.join(', ')}.` : `Bedoelt u "${meant}"?`;
}

function visitObject(node: SchemaNode, value: unknown, pointer: string, report: Report): void {
  if (!isObject(value)) {
    report(pointer, 'not-an-object', 'Hier hoort een object met velden.', about(node));
    return;
  }
  const properties = node.properties ?? {};
  const known = Object.keys(properties);
  const missing = (node.required ?? []).filter((name) => !Object.hasOwn(value, name));
  for (const name of missing) {
    const property = properties[name] ?? {};
    report(`${pointer}/${escape(name)}`, 'required', `"${name}" ontbreekt.`, about(property));
  }
  for (const [name, part] of Object.entries(value)) {
    const place = `${pointer}/${escape(name)}`;
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined) {
      report(
        place,
        'unknown-field',
        `"${name.slice(0, 100)}" bestaat hier niet.`,
        suggestKey(name, known, missing),
      );
    } else {
      visit(property, part, place, report);
    }
  }
}

function visitVariants(node: SchemaNode, value: unknown, pointer: string, report: Report): void {
  if (!isObject(value)) {
    report(pointer, 'not-an-object', 'Hier hoort een object met velden.', about(node));
    return;
  }
  const name = node.discriminator?.propertyName ?? 'kind';
  const variants = variantsOf(node);
  const known = [...variants.keys()];
  const given = Object.hasOwn(value, name) ? value[name] : undefined;
  const variant = typeof given === 'string' ? variants.get(given) : undefined;
  if (variant !== undefined) {
    visitObject(variant, value, pointer, report);
    return;
  }
  const meant = typeof given === 'string' ? nearest(given, known) : null;
  report(
    `${pointer}/${name}`,
    given === undefined ? 'required' : 'not-a-choice',
    given === undefined ? `"${name}" ontbreekt.` : `Deze waarde van "${name}" bestaat niet.`,
    meant === null ? `Kies een van: ${known.join(', ')}.` : `Bedoelt u "${meant}"?`,
  );
}

function visitList(node: SchemaNode, value: unknown, pointer: string, report: Report): void {
  if (!Array.isArray(value)) {
    report(pointer, 'not-a-list', 'Hier hoort een lijst.', about(node));
    return;
  }
  const { minItems = 0, maxItems = Infinity, uniqueItems = false, items = {} } = node;
  if (value.length < minItems) {
    report(pointer, 'too-few-items', `De lijst heeft minstens ${minItems} onderdelen.`, about(node));
  }
  if (value.length > maxItems) {
    report(
      pointer,
      'too-many-items',
      `De lijst heeft hoogstens ${maxItems} onderdelen.`,
      'Haal onderdelen weg.',
    );
    return;
  }
  const seen = new Set<string>();
  value.forEach((item: unknown, index) => {
    const place = `${pointer}/${index}`;
    const form = JSON.stringify(item);
    if (uniqueItems && seen.has(form)) {
      report(place, 'repeated', 'Dit staat al in de lijst.', 'Noem het één keer.');
    }
    seen.add(form);
    visit(items, item, place, report);
  });
}

/** A whole number of hundredths, without the surprises of binary fractions. */
function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-6;
}

function visitNumber(node: SchemaNode, value: unknown, pointer: string, report: Report): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    report(pointer, 'not-a-number', 'Hier hoort een getal, zonder aanhalingstekens.', about(node));
    return;
  }
  const { type, minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, multipleOf } = node;
  if (type === 'integer' && !Number.isInteger(value)) {
    report(pointer, 'not-an-integer', 'Hier hoort een geheel getal.', about(node));
  }
  if (value < minimum) report(pointer, 'too-low', `Dit is minstens ${minimum}.`, about(node));
  if (value <= exclusiveMinimum)
    report(pointer, 'too-low', `Dit is meer dan ${exclusiveMinimum}.`, about(node));
  if (value > maximum) report(pointer, 'too-high', `Dit is hoogstens ${maximum}.`, about(node));
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    report(pointer, 'too-precise', 'Dit getal heeft te veel decimalen.', 'Gebruik hoogstens twee decimalen.');
  }
}

function visitChoice(choices: readonly string[], value: unknown, pointer: string, report: Report): void {
  if (typeof value === 'string' && choices.includes(value)) return;
  const meant = typeof value === 'string' ? nearest(value, choices) : null;
  report(
    pointer,
    'not-a-choice',
    'Deze waarde bestaat niet.',
    meant === null ? `Kies een van: ${choices.join(', ')}.` : `Bedoelt u "${meant}"?`,
  );
}

const patterns = new Map<string, RegExp>();

function matches(pattern: string, value: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known.test(value);
}

function visitText(node: SchemaNode, value: unknown, pointer: string, report: Report): void {
  if (typeof value !== 'string') {
    report(pointer, 'not-text', 'Hier hoort tekst.', about(node));
    return;
  }
  const { minLength = 0, maxLength = Infinity, pattern, format } = node;
  const length = [...value].length;
  if (format === 'date') {
    if (!isCalendarDate(value))
      report(pointer, 'not-a-date', 'Deze dag bestaat niet.', 'Schrijf JJJJ-MM-DD.');
    return;
  }
  if (length < minLength) report(pointer, 'too-short', `Gebruik minstens ${minLength} tekens.`, about(node));
  else if (length > maxLength)
    report(pointer, 'too-long', `Gebruik hoogstens ${maxLength} tekens.`, about(node));
  else if (pattern !== undefined && !matches(pattern, value)) {
    report(pointer, 'wrong-form', 'Deze tekst heeft niet de goede vorm.', formText(pattern));
  }
}

function formText(pattern: string): string {
  return pattern.startsWith('^[A-Za-z0-9]')
    ? 'Gebruik alleen letters, cijfers, koppeltekens en punten.'
    : 'Gebruik één regel zonder spaties aan het begin of einde.';
}

function visit(node: SchemaNode, value: unknown, pointer: string, report: Report): void {
  if (node.oneOf !== undefined) visitVariants(node, value, pointer, report);
  else if (node.const !== undefined) visitChoice([node.const], value, pointer, report);
  else if (node.enum !== undefined) visitChoice(node.enum, value, pointer, report);
  else if (node.type === 'object') visitObject(node, value, pointer, report);
  else if (node.type === 'array') visitList(node, value, pointer, report);
  else if (node.type === 'integer' || node.type === 'number') visitNumber(node, value, pointer, report);
  else if (node.type === 'string') visitText(node, value, pointer, report);
  else if (typeof value !== 'boolean') {
    report(pointer, 'not-a-flag', 'Kies true of false.', about(node));
  }
}

/**
 * Everything in a value that its schema forbids, all at once, in Dutch, each with its place and a suggestion.
 * A union is judged by the variant that its tag names, so that one fault gives one report.
 */
export function schemaFaults(node: SchemaNode, value: unknown): Contradiction[] {
  const faults: Contradiction[] = [];
  visit(node, value, '', (pointer, code, detail, suggestion) => {
    faults.push({ pointer, code, detail, suggestion });
  });
  return faults;
}
