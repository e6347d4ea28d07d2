/** Contents that are taken, with the extension that a file of it gets. */
export const extensionOf = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
} as const satisfies Record<string, string>;

export type MediaType = keyof typeof extensionOf;

export const mediaTypes = Object.keys(extensionOf) as readonly MediaType[];

/** Whether content of this type is taken at all. */
export function isTaken(type: string): type is MediaType {
  return Object.hasOwn(extensionOf, type);
}
