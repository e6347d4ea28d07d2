import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import type { AddressBlock, DateToken, Inline, ListBlock, ParagraphBlock, RichText } from './letter-model.ts';

/** Text that must stand out. */
export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

/** A date that is filled in when the letter is sent. */
export function dateOf(token: DateToken): Inline {
  return { kind: 'date', token, strong: false };
}

/** As dateOf, but standing out: for the days by which the reader must act. */
export function strongDateOf(token: DateToken): Inline {
  return { kind: 'date', token, strong: true };
}

/** A day that is known while composing. */
export function day(date: CalendarDate): string {
  return formatDutchDate(date);
}

/**
 * Writes rich text as a template: rich`U krijgt ${strong('€ 5,00')}.`
 * Values are set as text and nothing in them is interpreted, whatever an applicant wrote.
 */
export function rich(fixed: TemplateStringsArray, ...values: (string | number | Inline)[]): RichText {
  const parts: Inline[] = [];
  fixed.forEach((text, index) => {
    if (text !== '') parts.push({ kind: 'text', text });
    const value = values[index];
    if (value === undefined) return;
    parts.push(typeof value === 'object' ? value : { kind: 'text', text: String(value) });
  });
  return parts;
}

export function paragraph(
  fixed: TemplateStringsArray,
  ...values: (string | number | Inline)[]
): ParagraphBlock {
  return { kind: 'paragraph', content: rich(fixed, ...values) };
}

export function list(items: readonly RichText[]): ListBlock {
  return { kind: 'list', items };
}

export function address(lines: readonly string[]): AddressBlock {
  return { kind: 'address', lines };
}

/** The words of rich text without marks; a date that is not settled shows as its name in braces. */
export function plainText(content: RichText): string {
  return content.map((part) => (part.kind === 'date' ? `{${part.token}}` : part.text)).join('');
}

/** A sentence without its full stop, for where something follows between brackets. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[.]$/u, '');
}

/** With a capital, for what begins a sentence of its own here and was part of one elsewhere. */
export function capitalised(text: string): string {
  const [first = '', ...others] = text.trim();
  return first.toLocaleUpperCase('nl') + others.join('');
}

/** Ends a sentence with a full stop unless it already ends in one. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
