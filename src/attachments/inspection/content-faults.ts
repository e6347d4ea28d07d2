import type { InputFault } from '../../kernel/domain-error.ts';

/** What can be wrong with the content of a file: one sentence for each code, which says what to do. */
export const contentTexts = {
  'type-not-taken':
    'Dit soort bestand nemen wij niet aan, hoe het ook heet. Stuur PDF, JPEG, PNG, WebP, Word (.docx), Excel (.xlsx) of OpenDocument (.odt, .ods).',
  'svg-not-taken': 'Een SVG-tekening kan programma’s bevatten. Bewaar de tekening als PDF of PNG.',
  'photo-of-other-type': 'Deze foto kan niet iedereen openen. Bewaar de foto als JPEG.',
  'old-office-file': 'Dit is een Office-bestand van voor 2007. Bewaar het als .docx of .xlsx, of als PDF.',
  'holds-macros': 'Dit bestand bevat macro’s. Bewaar het zonder macro’s, of als PDF.',
  'holds-program': 'In dit bestand zit een programma. Haal dat eruit, of bewaar het als PDF.',
  'image-damaged': 'De afbeelding is niet te openen. Bewaar haar opnieuw, of maak een andere foto.',
  'image-too-large':
    'De afbeelding heeft te veel beeldpunten. Maak haar kleiner, tot 50 miljoen beeldpunten.',
  'document-damaged': 'Het document is niet te openen. Bewaar het opnieuw, en stuur het dan.',
  'document-locked': 'Het document heeft een wachtwoord. Haal dat eraf, en stuur het dan.',
  'unpacks-too-large': 'Het document is uitgepakt te groot. Haal er afbeeldingen uit, of bewaar het als PDF.',
  'two-in-one': 'In dit bestand zit nog een ander bestand verstopt. Bewaar het opnieuw, en stuur het dan.',
} as const satisfies Record<string, string>;

export type ContentFaultCode = keyof typeof contentTexts;

export function contentFault(code: ContentFaultCode): InputFault {
  return { in: 'body', location: '/file', code, detail: contentTexts[code] };
}
