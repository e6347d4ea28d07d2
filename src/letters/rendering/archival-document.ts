import PDFDocument from 'pdfkit';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { page } from './page-style.ts';

/** The claim to conform to PDF/UA-1 (ISO 14289-1, 5). */
const accessibilityClaim = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`;

/** PDF/A wants every metadata schema described that it does not know itself (ISO 19005-2, 6.6.2.3). */
const claimSchema = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas>
    <rdf:Bag>
      <rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property>
          <rdf:Seq>
            <rdf:li rdf:parseType="Resource">
              <pdfaProperty:name>part</pdfaProperty:name>
              <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
              <pdfaProperty:category>internal</pdfaProperty:category>
              <pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
            </rdf:li>
          </rdf:Seq>
        </pdfaSchema:property>
      </rdf:li>
    </rdf:Bag>
  </pdfaExtension:schemas>
</rdf:Description>`;

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly date: CalendarDate;
}

/**
 * An A4 document that claims PDF/A-2a and PDF/UA-1. Its date is that of the letter, not of the clock,
 * so that the same letter gives the same bytes.
 */
export class ArchivalDocument extends PDFDocument {
  constructor(facts: DocumentFacts, fonts: LetterFonts) {
    super({
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: facts.language,
      displayTitle: true,
      autoFirstPage: false,
      size: [page.width, page.height],
      margin: 0,
      // Named nothing, the writer starts without a font: its own would not be embedded, and one given here would
      // be compared with the registered ones, at a cost, at every change of font.
      font: '',
      info: {
        Title: facts.title,
        Author: facts.author,
        Creator: 'Kernbudget',
        Producer: 'Kernbudget',
        CreationDate: new Date(`${facts.date}T12:00:00Z`),
      },
    });
    for (const name of ['regular', 'strong'] as const) {
      this.registerFont(name, fonts[name] as unknown as Uint8Array);
    }
    this.appendXML(accessibilityClaim);
    this.appendXML(claimSchema);
  }

  /** The information dictionary is written by now, as plain text; in the XML that follows, the same must be escaped. */
  override endMetadata(): void {
    const { Title = '', Author = '' } = this.info;
    this.info.Title = escapeXml(Title);
    this.info.Author = escapeXml(Author);
    super.endMetadata();
  }
}
