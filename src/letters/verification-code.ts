import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

function grouped(characters: string): string {
  return characters.replace(/(.{4})(?=.)/gu, '$1-');
}

/** A new code such as "7K3M-QX9A-2TBV": 30 to the power of 12 possible ones, so that nobody guesses a letter. */
export function newVerificationCode(): string {
  return grouped(Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''));
}

/** A code as it is stored, from how somebody typed it: without hyphens or in small letters. */
export function readVerificationCode(typed: string): string {
  return grouped(typed.toUpperCase().replace(/[^0-9A-Z]/gu, ''));
}
