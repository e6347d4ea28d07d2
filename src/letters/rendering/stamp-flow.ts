import { present } from '../../kernel/assert.ts';
import type { LetterModel } from '../domain/letter-model.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { addTag, type Run } from './flow.ts';
import { addressWindow, colors, page, stamp } from './page-style.ts';

/** A mark that tells a reader that this is no letter to act upon. */
export function stampText(model: LetterModel): string | null {
  if (model.preview) return 'CONCEPT';
  return model.sample ? 'VOORBEELD' : null;
}

/** The mark on the first page is read out, before everything else; on later pages it is for the eye only. */
export function addStamp(builder: FlowBuilder, model: LetterModel): void {
  const text = stampText(model);
  if (text === null) return;
  const style = { size: stamp.size, leading: stamp.size };
  const [line] = builder.lines([builder.piece(`${text} `, 'strong')], page.width, style);
  const drawn = present(line, 'a mark has a text');
  const run: Run = {
    ...{ line: drawn, x: stamp.right - drawn.width, baseline: stamp.baseline - addressWindow.top },
    ...{ size: stamp.size, color: colors.stamp, tag: addTag(builder.root, 'P') },
  };
  builder.items.push({
    ...{ height: 0, spaceBefore: 0, keepWithPrevious: false, rules: [], repeat: null },
    runs: [run],
  });
}
