import { describe, expect, it } from '@jest/globals';
import { sampleRefusal } from '../../../test/support/letter-facts.ts';
import { sampleDates } from '../../../test/support/letter-samples.ts';
import { composeLetter } from '../domain/compose-letter.ts';
import type { LetterModel } from '../domain/letter-model.ts';
import { settleDates } from '../domain/settle-dates.ts';
import { addAddressee, fitsWindow } from './address-flow.ts';
import { FlowBuilder } from './flow-builder.ts';
import { LetterFonts } from './letter-fonts.ts';
import { addressWindow, millimetres, page } from './page-style.ts';

const fonts = new LetterFonts();

function addressedTo(organisation: string, name = 'J. van ’t Hof'): LetterModel {
  const applicant = { ...sampleRefusal.applicant, organisation, name };
  return settleDates(composeLetter('refusal', { ...sampleRefusal, applicant }), sampleDates);
}

const longName = 'Stichting tot Behoud van het Dorpshuis en de Speeltuin van Vogelhoek en Omstreken';

describe('the address on a letter', () => {
  it.each([
    ['short', 'Dorpshuis De Vlinder', 10.5],
    ['long', `${longName}, afdeling Jeugd en Jongeren en Muziekvereniging`, 10.5],
    ['very long', `${longName} ${longName}, afdeling Muziek`, 9.5],
  ])('shows through the window when it is %s', (_what, organisation, size) => {
    const builder = new FlowBuilder(fonts);
    const model = addressedTo(organisation);
    expect(fitsWindow(builder, model)).toBe(true);
    expect(addressWindow.top + addAddressee(builder, model)).toBeLessThanOrEqual(millimetres(86) + 0.01);
    const runs = builder.items.slice(1).flatMap((item) => item.runs);
    expect(runs.map((run) => run.size)).toContain(size);
    for (const { x, line } of runs) {
      expect(x).toBeGreaterThanOrEqual(page.left);
      expect(x + line.width).toBeLessThanOrEqual(millimetres(105));
    }
  });

  it('that no window can hold is set whole all the same, and the mail room is told', () => {
    const builder = new FlowBuilder(fonts);
    const model = addressedTo(Array.from({ length: 8 }, () => longName).join(' '));
    expect(fitsWindow(builder, model)).toBe(false);
    addAddressee(builder, model);
    const words = builder.items.flatMap(({ runs }) => runs).flatMap(({ line }) => line.pieces);
    expect(words.map(({ text }) => text).join('')).toContain('4325 BD Vogelhoek');
  });
});
