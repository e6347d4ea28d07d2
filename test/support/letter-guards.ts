import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { objectFaults } from './letter-objects.ts';
import { contentOf, type PageContent } from './page-content.ts';

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

function wordsOf(id: string | undefined, { byNumber }: PageContent): string {
  return byNumber.get(Number(/_mc(\d+)$/u.exec(id ?? '')?.[1])) ?? '';
}

function read(node: StructNode, content: PageContent): ReadNode {
  const parts = node.children ?? [];
  const own = parts.map((part) => (part.type === 'content' ? wordsOf(part.id, content) : ''));
  const children = parts.filter((part) => part.role !== undefined).map((part) => read(part, content));
  return { role: node.role ?? '', text: own.join(''), children };
}

function* nodesOf(node: ReadNode): Generator<ReadNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

function wordsIn(node: ReadNode): string {
  return node.text + node.children.map(wordsIn).join('');
}

/** The words of each part, apart from those of the next: a voice pauses between them. */
function spokenIn(node: ReadNode): string {
  return [node.text, ...node.children.map(spokenIn)].join(' ');
}

/** A PDF as software that reads it aloud meets it, page by page. */
export interface ReadLetter {
  readonly pages: readonly (PageContent & { readonly root: ReadNode })[];
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
    const content = await contentOf(page);
    const tree = (await page.getStructTree()) as StructNode | null;
    const root = tree === null ? { role: 'nothing', text: '', children: [] } : read(tree, content);
    pages.push({ root, ...content });
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
    const spoken = pages.map(({ root }) => spokenIn(root)).join(' ');
    return {
      pages,
      spoken: spoken.replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ').trim(),
      outline: pages.map(({ root }) => outlineOf(root)).join(''),
    };
  });
}

/** The parts that letters are made of. Figures, notes and forms would ask for guards of their own. */
const roles = /^(Root|Document|Part|H[1-6]|P|L|LI|Lbl|LBody|Table|TR|TH|TD)$/u;

function headingFaults(nodes: readonly ReadNode[]): string[] {
  const faults: string[] = [];
  const levels = nodes.flatMap(({ role }) => (/^H[1-6]$/u.test(role) ? [Number(role.slice(1))] : []));
  if (levels[0] !== 1) faults.push('does not start with a heading of the first level');
  if (levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)) {
    faults.push('skips a level of headings');
  }
  return faults;
}

function tableFaults({ children }: ReadNode): string[] {
  const roleList = children.map(({ role }) => role).join(' ');
  if (!/^(TR ?)+$/u.test(roleList)) return [`has a table of: ${roleList}`];
  const widths = new Set(children.map((row) => row.children.length));
  return widths.size > 1 ? ['has a table with rows of different lengths'] : [];
}

function structureFaults(nodes: readonly ReadNode[]): string[] {
  const faults = headingFaults(nodes);
  for (const node of nodes) {
    const { role, children } = node;
    const parts = children.map((child) => child.role).join(' ');
    if (!roles.test(role)) faults.push(`has a part of a kind that letters do not have: ${role}`);
    if (role === 'L' && !/^(LI ?)+$/u.test(parts)) faults.push('has a list with something else than items');
    if (role === 'LI' && parts !== 'Lbl LBody') faults.push(`has a list item of: ${parts}`);
    if (role === 'TR' && !/^(TH|TD)( (TH|TD))*$/u.test(parts)) faults.push(`has a row of: ${parts}`);
    if (role === 'Table') faults.push(...tableFaults(node));
  }
  return faults;
}

async function documentFaults(document: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await document.getMetadata();
  const facts = info as Record<string, unknown>;
  const title = facts['Title'];
  const claims = {
    'its language': facts['Language'] === 'nl-NL',
    'a title': typeof title === 'string' && title !== '' && metadata?.get('dc:title') === title,
    'the claim PDF/A-2': metadata?.get('pdfaid:part') === '2',
    'the level of that claim': metadata?.get('pdfaid:conformance') === 'A',
    'the claim PDF/UA-1': metadata?.get('pdfuaid:part') === '1',
    'a description of that claim': typeof metadata?.get('pdfaextension:schemas') === 'string',
    'the mark that it is tagged': (await document.getMarkInfo())?.Marked === true,
    'the wish to show its title':
      Reflect.get((await document.getViewerPreferences()) ?? {}, 'DisplayDocTitle') === true,
  };
  return Object.entries(claims).flatMap(([name, holds]) => (holds ? [] : [`lacks ${name}`]));
}

async function pageFaults(document: PDFDocumentProxy, pages: ReadLetter['pages']): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, { root, artifacts, unmarked, faults: drawn }] of pages.entries()) {
    const number = index + 1;
    faults.push(...drawn);
    // A table that goes on at the top of a page has its headers on an earlier one.
    const starting = [...nodesOf(root)].filter(({ role }) => /^(H\d|P|L|Table)$/u.test(role));
    for (const { role, children } of index === 0 ? starting : starting.slice(1)) {
      if (role === 'Table' && children[0]?.children.some((cell) => cell.role !== 'TH')) {
        faults.push('has a table that does not begin with headers');
      }
    }
    if (unmarked.trim() !== '') faults.push(`has words outside the structure: "${unmarked.trim()}"`);
    if (!artifacts.includes(`Pagina ${number} van ${pages.length}`)) {
      faults.push(`does not number page ${number} beside the text`);
    }
    if (/[\ufffd□]/u.test(wordsIn(root))) faults.push(`shows a character that it lacks on page ${number}`);
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

/** What somebody who cannot see a letter would stumble over; empty when nothing is found. */
export function letterPdfFaults(pdf: Buffer): Promise<string[]> {
  return opened(pdf, async (document) => {
    const pages = await readPages(document);
    const nodes = pages.flatMap(({ root }) => [...nodesOf(root)]);
    return [
      ...(await documentFaults(document)),
      ...structureFaults(nodes),
      ...(await pageFaults(document, pages)),
      ...objectFaults(pdf, pages.length),
    ];
  });
}
