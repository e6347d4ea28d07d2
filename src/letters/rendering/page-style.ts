const pointsPerMillimetre = 72 / 25.4;

export function millimetres(value: number): number {
  return value * pointsPerMillimetre;
}

/** Measures of the page in points; A4 as in ISO 216. */
export const page = {
  width: millimetres(210),
  height: millimetres(297),
  left: millimetres(25),
  right: millimetres(180),
  /** Top of the text on the second and further pages. */
  top: millimetres(23),
  bottom: millimetres(297 - 24),
  footerBaseline: millimetres(297 - 13),
} as const;

/**
 * The address shows through the window of a C5 or DL (C5/6) envelope with its window on the left: 20 to 105 mm from
 * the left of the sheet, and 45 to 90 mm from its top, so that it shows also when the sheet slides (DIN 5008, form B).
 */
export const addressWindow = {
  top: millimetres(47),
  width: millimetres(80),
  /** The address ends above this, with room for a sheet that slides in its envelope. */
  bottom: millimetres(86),
  /** The reference block starts below the window. */
  end: millimetres(90),
} as const;

/** A mark such as "CONCEPT" at the top right of every page; places in points. */
export const stamp = {
  size: 13,
  right: page.width - 42,
  baseline: millimetres(13) + 18.5,
  padding: 8,
  boxTop: millimetres(13) + 2,
  boxHeight: 24,
} as const;

export const senderColumn = {
  left: millimetres(138),
  width: millimetres(50),
  top: millimetres(30),
} as const;

export const mark = { left: page.left, top: millimetres(13), height: millimetres(14) } as const;

export const colors = {
  text: '#1a1a1a',
  soft: '#595959',
  rule: '#9a9a9a',
  accent: '#1f4e5f',
  stamp: '#9b1c1c',
};

/** Size of text and distance between baselines, in points. */
export interface TextStyle {
  readonly size: number;
  readonly leading: number;
}

export const styles = {
  sender: { size: 17, leading: 20 },
  subject: { size: 15, leading: 19 },
  heading: { size: 12, leading: 15.5 },
  body: { size: 10.5, leading: 14.5 },
  table: { size: 10, leading: 13.5 },
  reference: { size: 9.5, leading: 12.5 },
  small: { size: 8, leading: 10.5 },
} as const satisfies Record<string, TextStyle>;

/** Spaces between parts of a letter, in points. */
export const space = {
  paragraph: 6.5,
  heading: 13,
  afterHeading: 3,
  listItem: 2.5,
  listIndent: 13,
  cellPadding: 4,
  columnGap: 14,
  signatureHeight: 36,
} as const;
