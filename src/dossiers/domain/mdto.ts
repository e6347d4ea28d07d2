import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CaseResult, Dossier, DossierCase, WrittenFile } from './dossier.ts';

/** An element of XML: its name with a text, or with elements in their order. */
type Element = readonly [name: string, content: string | readonly Element[]];

const namespace = 'https://www.nationaalarchief.nl/mdto';
const selectionList = 'Selectielijst gemeenten en intergemeentelijke organen 2020';

/** Who archives, and when the hashes were made. */
export type ArchivedBy = Pick<Dossier, 'municipalityName' | 'madeAt'>;

/** An XML file of a dossier. */
export interface MetadataFile {
  readonly path: string;
  readonly description: string;
  readonly on: CalendarDate;
  readonly xml: string;
}

/** Results of the process "subsidies" in the selection list, with the years that they are kept after the case is closed. */
const retention = {
  granted: { code: '8.1', label: 'Verleend', years: 7 },
  refused: { code: '8.2', label: 'Geweigerd', years: 5 },
  'broken-off': { code: '8.4', label: 'Afgebroken', years: 1 },
} as const satisfies Record<Exclude<CaseResult, 'open'>, object>;

function escaped(text: string): string {
  // Characters that XML 1.0 does not know at all become a question mark.
  const known = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?');
  return known.replace(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0)};`);
}

function written([name, content]: Element, indent: string): string {
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>`;
  const inner = content.map((each) => written(each, `${indent}  `)).join('\n');
  return `${indent}<${name}>\n${inner}\n${indent}</${name}>`;
}

function documentOf(root: Element): string {
  const body = written(root, '  ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<MDTO xmlns="${namespace}">\n${body}\n</MDTO>\n`;
}

function identification(reference: string): Element {
  return [
    'identificatie',
    [
      ['identificatieKenmerk', reference],
      ['identificatieBron', 'Kernbudget'],
    ],
  ];
}

function concept(name: string, label: string, list: string, code?: string): Element {
  const codes: Element[] = code === undefined ? [] : [['begripCode', code]];
  return [name, [['begripLabel', label], ...codes, ['begripBegrippenlijst', [['verwijzingNaam', list]]]]];
}

function reference(name: string, to: string, target: string): Element {
  const [, inner] = identification(target);
  return [
    name,
    [
      ['verwijzingNaam', to],
      ['verwijzingIdentificatie', inner],
    ],
  ];
}

/** What every object says of how long it is kept, by whom, and who may see it. */
function keeping(result: CaseResult): Element[] {
  const label = 'Vernietigen';
  const worth = concept('waardering', label, selectionList, 'V');
  if (result === 'open') return [worth];
  const term: Element = [
    'bewaartermijn',
    [
      concept('termijnTriggerStartLooptijd', 'Einde van de zaak', selectionList),
      ['termijnLooptijd', `P${retention[result].years}Y`],
    ],
  ];
  return [worth, term];
}

function creator({ municipalityName }: ArchivedBy): Element {
  return ['archiefvormer', [['verwijzingNaam', `Gemeente ${municipalityName}`]]];
}

const restricted: Element = [
  'beperkingGebruik',
  [
    concept('beperkingGebruikType', 'Persoonsgegevens', 'Algemene verordening gegevensbescherming'),
    ['beperkingGebruikNadereBeschrijving', 'Bevat gegevens van de aanvrager.'],
  ],
];

function level(name: 'Dossier' | 'Archiefstuk'): Element {
  return concept('aggregatieniveau', name, 'MDTO begrippenlijst aggregatieniveaus');
}

function caseObject(each: DossierCase, by: ArchivedBy): string {
  const { number, title, receivedOn, result } = each;
  const classified: Element[] =
    result === 'open'
      ? []
      : [concept('classificatie', retention[result].label, selectionList, retention[result].code)];
  return documentOf([
    'informatieobject',
    [
      identification(number),
      ['naam', `${number}: ${title}`],
      level('Dossier'),
      ...classified,
      [
        'dekkingInTijd',
        [
          concept('dekkingInTijdType', 'Looptijd van de zaak', 'Kernbudget'),
          ['dekkingInTijdBegindatum', receivedOn],
        ],
      ],
      ['taal', 'nl'],
      ...keeping(result),
      creator(by),
      restricted,
    ],
  ]);
}

function pieceObject(each: DossierCase, file: WrittenFile, by: ArchivedBy): string {
  return documentOf([
    'informatieobject',
    [
      identification(`${each.number}/${file.path}`),
      ['naam', file.description],
      level('Archiefstuk'),
      ['taal', 'nl'],
      ...keeping(each.result),
      reference('isOnderdeelVan', each.number, each.number),
      reference('heeftRepresentatie', file.path, `${each.number}/${file.path}#bestand`),
      creator(by),
      restricted,
    ],
  ]);
}

function fileObject(each: DossierCase, file: WrittenFile, by: ArchivedBy): string {
  return documentOf([
    'bestand',
    [
      identification(`${each.number}/${file.path}#bestand`),
      ['naam', file.path.split('/').at(-1) ?? file.path],
      ['omvang', String(file.sizeBytes)],
      concept('bestandsformaat', file.mediaType, 'IANA Media Types'),
      [
        'checksum',
        [
          concept('checksumAlgoritme', 'SHA-256', 'MDTO begrippenlijst checksumalgoritmen'),
          ['checksumWaarde', file.sha256],
          ['checksumDatum', by.madeAt.toISOString()],
        ],
      ],
      reference('isRepresentatieVan', file.description, `${each.number}/${file.path}`),
    ],
  ]);
}

/**
 * Metadata of a case and of each of its files for the archive, by MDTO 1.0.2 of the National Archives: one XML file for
 * each object, named after what it describes. How long a case is kept follows from how it ended.
 */
export function metadataOf(each: DossierCase, files: readonly WrittenFile[], by: ArchivedBy): MetadataFile[] {
  const frame = { on: each.receivedOn };
  return [
    {
      ...frame,
      path: 'mdto/dossier.mdto.xml',
      description: `MDTO van ${each.number}`,
      xml: caseObject(each, by),
    },
    ...files.flatMap((file) => {
      const name = `mdto/${file.path.replaceAll('/', '_')}`;
      const description = `MDTO van ${file.path}`;
      return [
        { ...frame, path: `${name}.mdto.xml`, description, xml: pieceObject(each, file, by) },
        { ...frame, path: `${name}.bestand.mdto.xml`, description, xml: fileObject(each, file, by) },
      ];
    }),
  ];
}
