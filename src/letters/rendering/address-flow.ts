import type { LetterModel } from '../domain/letter-model.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { addTag } from './flow.ts';
import { addressWindow, colors, styles, type TextStyle } from './page-style.ts';

/** From large to small; the smallest can still be read by the sorting machine. */
const addressStyles: readonly TextStyle[] = [styles.body, styles.reference, styles.small];

const belowReturnAddress = 8;

/** As large as fits in the window; null when the address is too long for it in every size. */
function fittingStyle(builder: FlowBuilder, { addresseeLines }: LetterModel): TextStyle | null {
  const room = addressWindow.bottom - addressWindow.top - styles.small.leading - belowReturnAddress;
  const fitting = addressStyles.find((style) => {
    const lines = addresseeLines.flatMap((line) =>
      builder.lines([builder.piece(`${line} `)], addressWindow.width, style),
    );
    return lines.length * style.leading <= room;
  });
  return fitting ?? null;
}

/** Whether the whole address shows through the window of an envelope. */
export function fitsWindow(builder: FlowBuilder, model: LetterModel): boolean {
  return fittingStyle(builder, model) !== null;
}

/**
 * The address in the window, with the address to return to above it. What does not fit in the window is set whole all
 * the same; the list of the mail room says so.
 * @returns the height of both, in points
 */
export function addAddressee(builder: FlowBuilder, model: LetterModel): number {
  const start = builder.items.length;
  const returnAddress = `Retouradres: ${model.sender.postalAddressLines.join(', ')} `;
  builder.text([builder.piece(returnAddress)], addTag(builder.root, 'P'), {
    style: styles.small,
    width: addressWindow.width,
    color: colors.soft,
  });
  const style = fittingStyle(builder, model) ?? styles.small;
  const tag = addTag(builder.root, 'P');
  model.addresseeLines.forEach((line, index) => {
    builder.text([builder.piece(`${line} `)], tag, {
      style,
      width: addressWindow.width,
      spaceBefore: index === 0 ? belowReturnAddress : 0,
    });
  });
  return builder.items.slice(start).reduce((height, item) => height + item.spaceBefore + item.height, 0);
}
