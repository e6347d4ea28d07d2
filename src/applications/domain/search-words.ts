import type { Application } from './application.ts';

/** What of an application it is found by. */
type SearchedFacts = Pick<Application, 'number' | 'applicant' | 'title' | 'description'>;

/** Words that stand in every text and find nothing. */
const ignored = new Set(
  'aan als bij dan dat de den der die dit door een en er het hier ik in is je maar met mijn naar niet of om onze ook op over te tot uit van voor was wat we wij zijn zo'.split(
    ' ',
  ),
);

/** Letters that are a sign of their own and not one with an accent, as people without them on the keyboard write them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ĳ: 'ij' },
};

/** Of a text that is longer than ordinary, the words after these find nothing. */
const mostWords = 500;

/**
 * The words of texts, each once and in its one written form: without capitals and accents, and apart wherever letters
 * and digits or signs meet, so that "4021 AB" and "4021ab" are the same words. Words of one letter, and those that
 * stand in every text, are left out.
 */
export function wordsOf(texts: readonly string[]): string[] {
  const words = texts
    .join('\n')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[ıłøđðþßæœĳ]/g, (letter) => plainLetters[letter] ?? letter)
    .match(/\p{Letter}+|\p{Number}+/gu);
  const telling = (words ?? []).filter((word) => !/^\p{Letter}$/u.test(word) && !ignored.has(word));
  return [...new Set(telling)];
}

/** A word is compared as a whole; of a very long one only its beginning. */
function indexable(words: readonly string[]): string[] {
  return [...new Set(words.slice(0, mostWords).map((word) => word.slice(0, 60)))];
}

/** The words by which an application is found: its number, who applies, from where, and what for. */
export function searchWordsOf({ number, applicant, title, description }: SearchedFacts): string[] {
  const { name, contactPerson, street, houseNumber, postcode, place, kvkNumber, email } = applicant;
  const people = [name, contactPerson, kvkNumber, email].map((text) => text ?? '');
  const address = `${street} ${houseNumber} ${postcode} ${place}`;
  return indexable(wordsOf([number ?? '', ...people, address, title, description]));
}

/**
 * The words by which people of a case are found besides the applicant, such as who acts for them.
 * @param texts names and addresses, each as a whole
 */
export function peopleWordsOf(texts: readonly string[]): string[] {
  return indexable(wordsOf(texts));
}

/** As many words as one search can have. */
export const mostSearchedWords = 10;

/** What somebody looks for, in the form in which it stands in the index; signs such as % and * are no words. */
export function wordsToFind(text: string): string[] {
  return indexable(wordsOf([text]));
}
