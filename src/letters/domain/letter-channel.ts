export const letterChannels = ['post', 'electronic'] as const;

/** How a letter leaves: electronically only to whom chose that (Awb 2:8). */
export type LetterChannel = (typeof letterChannels)[number];
