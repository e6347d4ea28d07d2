import type { InputFault } from '../../kernel/domain-error.ts';
import type { SenderFacts } from './facts.ts';

/** The contrast that text needs on white paper (WCAG 2.2, 1.4.3; PDF/UA follows it for what is read on a screen). */
const leastContrast = 4.5;

/** Share of one colour channel in how light a colour looks (WCAG 2.2, relative luminance). */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** How much a colour written as #rrggbb stands out from white: 1 for white itself, 21 for black. */
export function contrastWithWhite(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255].map(linear) as [
    number,
    number,
    number,
  ];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const drawing = /^\s*[Mm][\s\d.,eE+\-MmZzLlHhVvCcSsQqTtAa]*$/u;

/** What stands in the way of printing letters of a sender; empty when nothing does. */
export function senderFaults({ accentColor, mark }: Pick<SenderFacts, 'accentColor' | 'mark'>): InputFault[] {
  const faults: InputFault[] = [];
  const add = (location: string, code: string, detail: string) =>
    faults.push({ in: 'body', location, code, detail });
  if (accentColor !== null && !/^#[0-9a-f]{6}$/iu.test(accentColor)) {
    add('/facts/accentColor', 'not-a-color', 'Schrijf de kleur als #rrggbb, bijvoorbeeld #1f4e5f.');
  } else if (accentColor !== null && contrastWithWhite(accentColor) < leastContrast) {
    const detail = 'Deze kleur is te licht om te lezen. Neem een donkerder kleur: contrast 4,5 of meer.';
    add('/facts/accentColor', 'too-little-contrast', detail);
  }
  if (mark !== null && !drawing.test(mark.svgPath)) {
    const detail = 'Geef het d-attribuut van één path in svg: alleen tekencommando’s en getallen.';
    add('/facts/mark/svgPath', 'not-a-drawing', detail);
  }
  return faults;
}
