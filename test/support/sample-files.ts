import sharp from 'sharp';
import { type ArchivedFile, archiveOf } from './archives.ts';

const wordContentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const macroContentType = 'application/vnd.ms-word.document.macroEnabled.main+xml';

function contentTypes(main: string): string {
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
}

/** A document of Word, with whatever else is to be in it. */
export function wordDocument(...others: readonly ArchivedFile[]): Buffer {
  return archiveOf([
    { name: '[Content_Types].xml', content: contentTypes(wordContentType) },
    { name: 'word/document.xml', content: '<document><p>Offerte voor een bank</p></document>' },
    ...others,
  ]);
}

export function wordDocumentWithMacros(): Buffer {
  return archiveOf([
    { name: '[Content_Types].xml', content: contentTypes(macroContentType) },
    { name: 'word/document.xml', content: '<document/>' },
    { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' },
  ]);
}

export function openDocument(): Buffer {
  return archiveOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: '<office:document-content/>' },
  ]);
}

/** A PDF of one empty page that names something, so that two of them differ. */
export function pdfDocument(what = 'Offerte'): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title (${what}) >>`,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\n`;
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1');
}

/** A photo of one colour. */
export function photo(format: 'jpeg' | 'png' | 'webp' = 'jpeg', width = 120): Promise<Buffer> {
  const plain = { width, height: 80, channels: 3, background: { r: 40, g: width % 256, b: 60 } } as const;
  return sharp({ create: plain }).toFormat(format).toBuffer();
}

/** The beginning of a program for Windows. */
export const program = Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(500, 1)]);

export const scriptedDrawing = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);
