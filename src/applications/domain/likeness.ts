import type { Application } from './application.ts';

type LikenessFacts = Pick<Application, 'applicant' | 'title'>;

/** What two applications have in common when they may be about the same, each in its one written form. */
export interface Likeness {
  /** The number in the Handelsregister, or name and postcode: two applicants may bear one name. */
  readonly applicant: string;
  readonly address: string;
  /** The street, which is what a Dutch postcode names. */
  readonly area: string;
  readonly activity: string;
}

/** Without capitals, accents, punctuation and white space, in which people differ from day to day. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** In which ways an application can be the same as another; whether it is, is for people to judge. */
export function likenessOf({ applicant, title }: LikenessFacts): Likeness {
  const { kvkNumber, name, postcode, houseNumber } = applicant;
  const area = plain(postcode);
  return {
    applicant: kvkNumber === null ? `${plain(name)}@${area}` : `kvk${plain(kvkNumber)}`,
    address: `${area}-${plain(houseNumber)}`,
    area,
    // The year in a title changes every year, and the activity does not.
    activity: plain(title.replace(/\b(19|20)\d\d\b/g, '')) || plain(title),
  };
}
