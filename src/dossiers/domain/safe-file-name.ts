const longest = 60;
/** Names that Windows keeps for devices, whatever stands behind them. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name that every file system takes, without folders, hidden names, or an extension of its own: small letters,
 * digits and hyphens. What an applicant called a file can never reach outside the folder of the dossier.
 */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replaceAll('ı', 'i')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return plain === '' || reserved.test(plain) ? `stuk-${plain}`.replace(/-$/, '') : plain;
}

/** A name with its place before it, so that files stand in their order. */
export function numberedFileName(place: number, text: string, extension: string): string {
  return `${String(place).padStart(3, '0')}-${safeFileName(text)}.${extension}`;
}
