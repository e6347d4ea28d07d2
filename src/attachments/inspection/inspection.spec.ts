import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { archiveOf } from '../../../test/support/archives.ts';
import {
  openDocument,
  pdfDocument,
  photo,
  program,
  scriptedDrawing,
  wordDocument,
  wordDocumentWithMacros,
} from '../../../test/support/sample-files.ts';
import { keptName, nameFaults } from './file-name.ts';
import { inspectContent } from './inspect-content.ts';

async function found(content: Buffer): Promise<string> {
  const inspected = await inspectContent(content);
  return inspected.kind === 'sound' ? inspected.mediaType : inspected.fault.code;
}

describe('What a file is', () => {
  it('follows from its content, whatever it is called', async () => {
    expect(await found(pdfDocument())).toBe('application/pdf');
    expect(await found(await photo('jpeg'))).toBe('image/jpeg');
    expect(await found(await photo('png'))).toBe('image/png');
    expect(await found(await photo('webp'))).toBe('image/webp');
    expect(await found(wordDocument())).toMatch(/wordprocessingml/);
    expect(await found(openDocument())).toBe('application/vnd.oasis.opendocument.text');
  });

  it('decides whether it is taken: no programs, no drawings with scripts, no macros, no plain archives', async () => {
    expect(await found(program)).toBe('type-not-taken');
    expect(await found(Buffer.from('zomaar tekst'))).toBe('type-not-taken');
    expect(await found(archiveOf([{ name: 'foto.jpg', content: 'x' }]))).toBe('type-not-taken');
    expect(await found(scriptedDrawing)).toBe('svg-not-taken');
    expect(await found(Buffer.from(' \n<SVG onload="alert(1)">'))).toBe('svg-not-taken');
    expect(await found(wordDocumentWithMacros())).toBe('holds-macros');
    expect(await found(wordDocument({ name: 'word/vbaProject.bin', content: 'x' }))).toBe('holds-macros');
    expect(await found(wordDocument({ name: 'word/embeddings/setup.exe', content: 'x' }))).toBe(
      'holds-program',
    );
  });

  it('is only so when it can be opened until its end', async () => {
    const whole = await photo('jpeg', 1000);
    expect(await found(whole.subarray(0, whole.length / 2))).toBe('image-damaged');
    const png = await photo('png', 900);
    expect(await found(Buffer.concat([png.subarray(0, 60), Buffer.alloc(400, 3)]))).toBe('image-damaged');
    expect(await found(pdfDocument().subarray(0, 200))).toBe('document-damaged');
    expect(await found(wordDocument({ name: 'a.xml', content: 'x', locked: true }))).toBe('document-locked');
    const wide = await photo('png', 8000);
    expect(await found(wide)).toBe('image/png');
  });
});

describe('A document that unpacks to more than anybody can use', () => {
  const zeros = Buffer.alloc(30 * 1024 * 1024);

  it('is refused by what it says of itself', async () => {
    const parts = [1, 2, 3, 4].map((part) => ({ name: `word/media/${part}.bin`, content: zeros }));
    const bomb = wordDocument(...parts);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await found(bomb)).toBe('unpacks-too-large');
  });

  it('is refused when it says that it is small', async () => {
    const liar = wordDocument({ name: 'word/media/1.bin', content: zeros, declaredBytes: 10 });
    expect(await found(liar)).toBe('document-damaged');
  });

  it('is refused for a number of parts that no document has', async () => {
    const parts = Array.from({ length: 2_001 }, (_, index) => ({ name: `word/${index}.xml`, content: '' }));
    expect(await found(wordDocument(...parts))).toBe('unpacks-too-large');
  });
});

describe('Two files in one', () => {
  it('are refused: an archive behind a photo or a PDF, and a PDF within a photo', async () => {
    const archive = archiveOf([{ name: 'setup.exe', content: 'x' }]);
    expect(await found(Buffer.concat([await photo(), archive]))).toBe('two-in-one');
    expect(await found(Buffer.concat([pdfDocument(), archive]))).toBe('two-in-one');
    const jpeg = await photo();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0x0a]), Buffer.from('%PDF-1.7')]);
    expect(await found(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))).toBe('two-in-one');
  });

  it('are not what a telephone writes behind a photo', async () => {
    expect(await found(Buffer.concat([await photo(), Buffer.from('ftypmp42 een filmpje')]))).toBe(
      'image/jpeg',
    );
  });
});

describe('Whatever is sent as a file', () => {
  it('is judged and never breaks anything', async () => {
    const images = await Promise.all([photo('jpeg'), photo('png')]);
    const begin = [...images, pdfDocument(), wordDocument(), openDocument()];
    const spoiled = fc.tuple(
      fc.constantFrom(...begin),
      fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
      fc.uint8Array({ maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, async ([whole, changes, added]) => {
        const content = Buffer.concat([whole, added]);
        for (const [place, byte] of changes) content[place % content.length] = byte;
        expect(['sound', 'refused']).toContain((await inspectContent(content)).kind);
      }),
      { numRuns: 100 },
    );
  });
});

describe('The name of a file', () => {
  const codes = (name: string) => nameFaults(name).map(({ code }) => code);

  it('is taken as people write it', () => {
    for (const name of ['Offerte bank.pdf', 'foto’s Ş ı ğ 🎉.jpeg', 'IMG_2041.JPG', 'zonder']) {
      expect(codes(name)).toEqual([]);
    }
  });

  it('is refused when it is a path, too long, hidden or of the computer itself', () => {
    expect(codes('../../etc/passwd')).toEqual(['name-is-a-path']);
    expect(codes('C:\\Users\\Fenna\\offerte.pdf')).toEqual(['name-is-a-path']);
    expect(codes('..')).toEqual(['name-is-a-path']);
    expect(codes('a'.repeat(151))).toEqual(['name-too-long']);
    expect(codes('map/'.repeat(10_000))).toEqual(['name-too-long']);
    expect(codes('')).toEqual(['name-too-short']);
    expect(codes('\u200b')).toEqual(['name-too-short']);
    expect(codes('offerte\u202efdp.exe')).toEqual(['name-forbidden-characters']);
    expect(codes('a\u0000.pdf')).toEqual(['name-forbidden-characters']);
    expect(codes('con.pdf')).toEqual(['name-not-usable']);
  });

  it('is kept with the extension of what the file is', () => {
    expect(keptName('offerte.exe', 'application/pdf')).toBe('offerte.pdf');
    expect(keptName('vakantie.PNG', 'image/jpeg')).toBe('vakantie.jpg');
    expect(keptName('versie 1.2', 'application/pdf')).toBe('versie 1.pdf');
    expect(keptName('.pdf', 'application/pdf')).toBe('bijlage.pdf');
  });
});
