/**
 * What stands in the open in the file, because only streams are compressed: fonts, table headers, and what PDF/A and
 * PDF/UA want of pages and of the document as a whole.
 */
export function objectFaults(pdf: Buffer, pageCount: number): string[] {
  const text = pdf.toString('latin1').replace(/\bstream\r?\n[\s\S]*?\bendstream\b/gu, 'stream');
  const count = (form: RegExp) => text.match(form)?.length ?? 0;
  const faults: string[] = [];
  const wish = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const fonts = count(/\/Type \/FontDescriptor\b/gu);
  wish(text.startsWith('%PDF-1.7\n%'), 'is not a file of version 1.7 with bytes behind its mark');
  wish(count(/\/S \/TH\b/gu) === count(/\/Scope \/(Column|Row)\b/gu), 'has table headers without scope');
  wish(fonts > 0 && fonts === count(/\/FontFile[23]? \d+ 0 R/gu), 'has a font that is not embedded');
  wish(count(/\/ToUnicode \d+ 0 R/gu) === fonts, 'has a font without the characters of its signs');
  wish(count(/\/CIDToGIDMap \/Identity\b/gu) === fonts, 'has a font without the places of its signs');
  wish(count(/\/FontName \/[A-Z]{6}\+/gu) === fonts, 'has a font that is not a part of one');
  wish(count(/\/S \/GTS_PDFA1\b/gu) === 1, 'lacks an output intent');
  wish(count(/\/Tabs \/S\b/gu) === pageCount, 'has a page that does not follow its structure');
  wish(count(/\/StructParents \d+/gu) === pageCount, 'has a page without parts of the structure');
  wish(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/u.test(text), 'lacks identifiers in its trailer');
  wish(
    !/\/(Encrypt|JavaScript|JS|AA|OpenAction|AcroForm|EmbeddedFiles|OCProperties)\b/u.test(text),
    'does more than show pages',
  );
  wish(!/\/(SMask|CA|ca|BM|Group)\b/u.test(text), 'has something that can be seen through');
  return faults;
}
