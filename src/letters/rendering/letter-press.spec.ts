import { afterAll, describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { composeSamples, settledSamples } from '../../../test/support/letter-samples.ts';
import { LetterPress } from './letter-press.ts';
import { LetterRenderer } from './letter-renderer.ts';

const samples = settledSamples();
const press = new LetterPress(2);
afterAll(() => press.close());

describe('the press', () => {
  it('gives the same bytes in threads as in the thread of the caller', async () => {
    const models = [samples.grant!, samples.refusal!, samples['partial-grant']!];
    const inThreads = await Promise.all(models.map((model) => press.render(model)));
    const here = new LetterPress(0);
    for (const [index, model] of models.entries()) {
      expect(inThreads[index]!.equals(await here.render(model))).toBe(true);
    }
  }, 30_000);

  it('tells what is wrong with one letter, and goes on with the next', async () => {
    await expect(press.render(composeSamples().grant!)).rejects.toThrow('settled before rendering');
    expect((await press.render(samples.grant!)).subarray(0, 5).toString()).toBe('%PDF-');
  }, 30_000);
});

describe('a print file', () => {
  const renderer = new LetterRenderer();
  const pageCount = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

  it('holds a list and then every page of every letter, and makes the same claims', async () => {
    const letters = [samples.grant!, samples.refusal!];
    const alone = await Promise.all(letters.map((letter) => renderer.render(letter)));
    const pages = alone.map(pageCount).reduce((sum, count) => sum + count, 1);
    const pdf = await renderer.renderPrintFile({ printedOn: calendarDate('2019-06-20'), letters });
    expect(pageCount(pdf)).toBe(pages);
    const text = pdf.toString('latin1');
    expect(text).toContain('(Brieven per post van 20 juni 2019)');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is not made of nothing', async () => {
    const file = { printedOn: calendarDate('2019-06-20'), letters: [] };
    await expect(renderer.renderPrintFile(file)).rejects.toThrow('holds letters');
  });
});
