import { followersOf } from './step-order.ts';
import { bodyOf, rulesOf, type Step } from './step-kinds.ts';
import { roleNames } from './step-parts.ts';
import { conditionSentence, titlesOf } from './rendering.ts';
import type { BodyName } from './steps/step-rules.ts';
import type { WayDocument } from './way-document.ts';

const width = 760;
const box = { left: 40, width: 560, padding: 14, lineHeight: 20, gap: 34 };
const charactersPerLine = 66;
const top = 96;

/** Characters that mean something in XML; others stand as they are. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Breaks a text into lines; a word longer than a line is cut. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => each.match(/.{1,60}/gu) ?? [])) {
    if (line !== '' && line.length + word.length + 1 > charactersPerLine) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

interface DrawnStep {
  readonly step: Step;
  readonly heading: readonly string[];
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

function whoDoes(step: Step, bodyName: BodyName): string {
  const body = bodyOf(step);
  const official = roleNames[step.by];
  return body === null ? `Wie: ${official}` : `Wie: ${bodyName(body)}, met de ${official}`;
}

function laidOut({ steps }: WayDocument, bodyName: BodyName): DrawnStep[] {
  const titleOf = titlesOf(steps);
  let y = top;
  return steps.map((step, place) => {
    const heading = wrapped(`${place + 1}. ${step.title} (${rulesOf(step.kind).kindName})`);
    const condition = conditionSentence(step, titleOf);
    const late = { continue: 'daarna zonder', 'hand-over': 'daarna een ander', wait: 'daarna wachten wij' };
    const lines = [
      whoDoes(step, bodyName),
      `Hoe lang: ${step.termDays} dagen, ${late[step.whenLate.kind]}`,
      ...(condition === undefined ? [] : [condition]),
    ].flatMap(wrapped);
    const height = (heading.length + lines.length) * box.lineHeight + 2 * box.padding;
    const drawn = { step, heading, lines, top: y, height };
    y += height + box.gap;
    return drawn;
  });
}

function textLine(text: string, y: number, isHeading: boolean): string {
  const weight = isHeading ? ' font-weight="bold"' : '';
  return `<text x="${box.left + box.padding}" y="${y}"${weight}>${escaped(text)}</text>`;
}

function drawnBox({ heading, lines, top: y, height, step }: DrawnStep): string {
  const radius = step.kind === 'proposal' ? 22 : 6;
  const texts = [...heading, ...lines].map((line, index) =>
    textLine(line, y + box.padding + 15 + index * box.lineHeight, index < heading.length),
  );
  return [
    `<rect x="${box.left}" y="${y}" width="${box.width}" height="${height}" rx="${radius}" fill="#ffffff" stroke="#1a1a1a" stroke-width="2"/>`,
    ...texts,
  ].join('\n');
}

/** An arrow to the next box, or around the boxes in between. */
function drawnArrows(drawn: readonly DrawnStep[], place: number): string[] {
  const from = drawn[place];
  if (from === undefined) return [];
  const { onward, negative } = followersOf(
    drawn.map(({ step }) => step),
    place,
  );
  const bottom = from.top + from.height;
  const middle = box.left + box.width / 2;
  const arrows: string[] = [];
  const aside = (to: DrawnStep, label: string, x: number) => {
    const right = box.left + box.width;
    const start = from.top + from.height / 2;
    const end = to.top + to.height / 2;
    arrows.push(
      `<path d="M ${right} ${start} H ${x} V ${end} H ${right + 4}" fill="none" stroke="#1a1a1a" stroke-width="2" marker-end="url(#punt)"/>`,
      `<text x="${right + 8}" y="${start - 6}" font-size="13">${escaped(label)}</text>`,
    );
  };
  const next = onward === null ? undefined : drawn[onward];
  if (next !== undefined && onward === place + 1) {
    arrows.push(
      `<path d="M ${middle} ${bottom} V ${next.top - 4}" fill="none" stroke="#1a1a1a" stroke-width="2" marker-end="url(#punt)"/>`,
    );
  } else if (next !== undefined) {
    aside(next, 'daarna', width - 90);
  }
  const other = negative === null ? undefined : drawn[negative];
  if (other !== undefined && negative !== onward) aside(other, 'bij nee', width - 50);
  return arrows;
}

/**
 * The way of working as a drawing (SVG) for a village meeting. All text is text, so that it can be read aloud,
 * searched and enlarged; title and description tell the same to who does not see it. Nothing in it is run or loaded.
 */
export function drawWay(document: WayDocument, bodyName: BodyName): string {
  const drawn = laidOut(document, bodyName);
  const last = drawn.at(-1);
  const end = last === undefined ? top : last.top + last.height;
  const height = end + 70;
  const told = drawn.map(({ heading, lines }) => `${heading.join(' ')}. ${lines.join('. ')}.`).join(' ');
  const titleLines = wrapped(document.title).slice(0, 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="titel beschrijving" lang="nl" font-family="sans-serif" font-size="15">`,
    `<title id="titel">${escaped(document.title)}</title>`,
    `<desc id="beschrijving">${escaped(`${drawn.length} stappen van boven naar beneden. ${told} Daarna beslist het college.`)}</desc>`,
    '<defs><marker id="punt" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M 0 0 L 10 5 L 0 10 z" fill="#1a1a1a"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    '<g fill="#1a1a1a">',
    ...titleLines.map(
      (line, index) =>
        `<text x="${box.left}" y="${34 + index * 26}" font-size="21" font-weight="bold">${escaped(line)}</text>`,
    ),
    ...drawn.map(drawnBox),
    ...drawn.flatMap((_step, place) => drawnArrows(drawn, place)),
    `<text x="${box.left}" y="${end + 40}">Daarna beslist wie volgens de regeling beslist: binnen ${document.decisionDays} dagen.</text>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
