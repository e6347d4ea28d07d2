/** Where each sealed text of a letter belongs: one that was put elsewhere cannot be opened. */
export const modelPlace = (letterId: string): string => `letter.model:${letterId}`;
export const factsPlace = (letterId: string): string => `letter.facts:${letterId}`;
export const documentPlace = (letterId: string): string => `letter_document.content:${letterId}`;
