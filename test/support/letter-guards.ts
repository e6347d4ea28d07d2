import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure as a screen reader meets it: with the words of its own and its parts in order. */
export interface ReadNode {
  readonly role: string;
  readonly text: string;
  readonly children: readonly ReadNode[];
}

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

interface TextPart {
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** What stands on one page: the words of each marked part, and words that stand in none. */
interface PageWords {
  readonly byId: ReadonlyMap<string, string>;
  readonly artifacts: string;
  readonly unmarked: string;
}

async function wordsOf(page: PDFPageProxy): Promise<PageWords> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const byId = new Map<string, string>();
  const open: (string | null)[] = [];
  let artifacts = '';
  let unmarked = '';
  for (const item of items as TextPart[]) {
    if (item.type?.startsWith('begin')) open.push(item.tag === 'Artifact' ? null : (item.id ?? ''));
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const id = open.at(-1);
      // The reader leaves out white at the end of a line and says that the line ended.
      const words = `${item.str ?? ''}${item.hasEOL ? ' ' : ''}`;
      if (id === null) artifacts += words;
      else if (id === undefined || id === '') unmarked += words;
      else byId.set(id, (byId.get(id) ?? '') + words);
    }
  }
  return { byId, artifacts, unmarked };
}

function read(node: StructNode, words: PageWords): ReadNode {
  const parts = node.children ?? [];
  const own = parts.map((part) => (part.type === 'content' ? (words.byId.get(part.id ?? '') ?? '') : ''));
  const children = parts.filter((part) => part.role !== undefined).map((part) => read(part, words));
  return { role: node.role ?? '', text: own.join(''), children };
}

function* nodesOf(node: ReadNode): Generator<ReadNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

function wordsIn(node: ReadNode): string {
  return node.text + node.children.map(wordsIn).join('');
}

/** A PDF as software that reads it aloud meets it, page by page. */
export interface ReadLetter {
  readonly pages: readonly {
    readonly root: ReadNode;
    readonly artifacts: string;
    readonly unmarked: string;
  }[];
  /** Everything that is read out, with one space for every stretch of white. */
  readonly spoken: string;
  readonly outline: string;
}

function outlineOf(node: ReadNode, depth = 0): string {
  const words = node.text.replace(/\s+/gu, ' ').trim();
  const line = `${'  '.repeat(depth)}${node.role}${words === '' ? '' : ` ${words}`}\n`;
  return line + node.children.map((child) => outlineOf(child, depth + 1)).join('');
}

async function readPages(document: PDFDocumentProxy): Promise<ReadLetter['pages']> {
  const pages: ReadLetter['pages'][number][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const words = await wordsOf(page);
    const tree = (await page.getStructTree()) as StructNode | null;
    const root = tree === null ? { role: 'nothing', text: '', children: [] } : read(tree, words);
    pages.push({ root, artifacts: words.artifacts, unmarked: words.unmarked });
  }
  return pages;
}

async function opened<T>(pdf: Buffer, work: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

export function readLetter(pdf: Buffer): Promise<ReadLetter> {
  return opened(pdf, async (document) => {
    const pages = await readPages(document);
    const spoken = pages.map(({ root }) => wordsIn(root)).join(' ');
    return {
      pages,
      spoken: spoken.replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ').trim(),
      outline: pages.map(({ root }) => outlineOf(root)).join(''),
    };
  });
}

function structureFaults(nodes: readonly ReadNode[]): string[] {
  const faults: string[] = [];
  const levels = nodes.flatMap(({ role }) => (/^H[1-6]$/u.test(role) ? [Number(role.slice(1))] : []));
  if (levels[0] !== 1) faults.push('does not start with a heading of the first level');
  if (levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)) {
    faults.push('skips a level of headings');
  }
  for (const { role, children } of nodes) {
    const roles = children.map((child) => child.role).join(' ');
    if (role === 'L' && /[^LI ]/u.test(roles)) faults.push('has a list with something else than items');
    if (role === 'LI' && roles !== 'Lbl LBody') faults.push(`has a list item of: ${roles}`);
    if (role === 'Table' && /^(TR ?)+$/u.test(roles) === false) faults.push(`has a table of: ${roles}`);
    if (role === 'TR' && !/^(TH|TD)( (TH|TD))*$/u.test(roles)) faults.push(`has a row of: ${roles}`);
  }
  const widths = nodes
    .filter(({ role }) => role === 'Table')
    .map(({ children }) => children.map((row) => row.children.length));
  if (widths.some((counts) => new Set(counts).size > 1))
    faults.push('has a table with rows of different lengths');
  return faults;
}

async function documentFaults(document: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await document.getMetadata();
  const facts = info as Record<string, unknown>;
  const claims = {
    'its language': facts['Language'] === 'nl-NL',
    'a title': typeof facts['Title'] === 'string' && facts['Title'] !== '',
    'the claim PDF/A-2': metadata?.get('pdfaid:part') === '2',
    'the level of that claim': metadata?.get('pdfaid:conformance') === 'A',
    'the claim PDF/UA-1': metadata?.get('pdfuaid:part') === '1',
    'the mark that it is tagged': (await document.getMarkInfo())?.Marked === true,
    'the wish to show its title':
      Reflect.get((await document.getViewerPreferences()) ?? {}, 'DisplayDocTitle') === true,
  };
  return Object.entries(claims).flatMap(([name, holds]) => (holds ? [] : [`lacks ${name}`]));
}

async function pageFaults(document: PDFDocumentProxy, pages: ReadLetter['pages']): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, { root, artifacts, unmarked }] of pages.entries()) {
    const number = index + 1;
    if (unmarked.trim() !== '') faults.push(`has words outside the structure: "${unmarked.trim()}"`);
    if (!artifacts.includes(`Pagina ${number} van ${pages.length}`)) {
      faults.push(`does not number page ${number} beside the text`);
    }
    if (/[\ufffd\u0000□]/u.test(wordsIn(root)))
      faults.push(`shows a character that it lacks on page ${number}`);
    const page = await document.getPage(number);
    for (const note of (await page.getAnnotations()) as {
      subtype: string;
      contentsObj?: { str: string };
    }[]) {
      if ((note.contentsObj?.str ?? '') === '') faults.push(`has a ${note.subtype} that says nothing`);
    }
  }
  return faults;
}

/** Table headers without scope, and fonts that are not embedded; these stand in the open in the file. */
function objectFaults(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const count = (form: RegExp) => text.match(form)?.length ?? 0;
  const faults: string[] = [];
  if (count(/\/S \/TH\b/gu) !== count(/\/Scope \/(Column|Row)\b/gu))
    faults.push('has table headers without scope');
  const fonts = count(/\/Type \/FontDescriptor\b/gu);
  if (fonts === 0 || fonts !== count(/\/FontFile[23]? \d+ 0 R/gu))
    faults.push('has a font that is not embedded');
  if (count(/\/ToUnicode \d+ 0 R/gu) < fonts) faults.push('has a font without the characters of its signs');
  return faults;
}

/** What somebody who cannot see a letter would stumble over; empty when nothing is found. */
export function letterPdfFaults(pdf: Buffer): Promise<string[]> {
  return opened(pdf, async (document) => {
    const pages = await readPages(document);
    const nodes = pages.flatMap(({ root }) => [...nodesOf(root)]);
    return [
      ...(await documentFaults(document)),
      ...structureFaults(nodes),
      ...(await pageFaults(document, pages)),
      ...objectFaults(pdf),
    ];
  });
}
