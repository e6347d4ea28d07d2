import { Writable } from 'node:stream';
import pg from 'pg';
import type { TestDatabase } from './test-database.ts';
import { completeApplication } from './test-service.ts';

/** Stands in every marked text; long enough never to arise by chance. */
export const mark = 'Qzxmerk';

/** What a person fills in, each value recognisable wherever it turns up. */
export const marked = {
  name: `${mark} Naam`,
  street: `${mark}straat`,
  place: `${mark}dorp`,
  email: `${mark.toLowerCase()}@voorbeeld.nl`,
  phone: '0612349876',
  iban: 'NL91ABNA0417164300',
  title: `${mark} buurtbank`,
  description: `${mark} wil met de buren een bank neerzetten.`,
  cost: `${mark} hout`,
  support: `${mark} en de buren doen mee.`,
  explanation: `${mark} had dit vergeten.`,
  item: `${mark} vraagt om een begroting.`,
  finding: `${mark} heeft laten zien dat de buurt meedoet.`,
  deviation: `${mark} krijgt minder, zegt het college.`,
  recusal: `${mark} is een zus van deze medewerker.`,
} as const;

/** An application with a marked value wherever an applicant writes something. */
export function markedApplication(change: object = {}): Record<string, unknown> {
  return completeApplication({
    applicant: {
      ...(completeApplication()['applicant'] as object),
      ...{ name: marked.name, street: marked.street, place: marked.place },
      ...{ email: marked.email, phone: marked.phone },
    },
    title: marked.title,
    description: marked.description,
    costs: [{ description: marked.cost, amountCents: 85_000 }],
    support: marked.support,
    iban: marked.iban,
    ...change,
  });
}

const needles = [mark, marked.email, marked.phone, marked.iban, marked.iban.slice(4)].map((each) =>
  each.toLowerCase(),
);

/**
 * A value in base64, for each of three places at which it can begin: all the letters that it determines by itself, and
 * not those at the ends, which depend on what stands around it. Fewer would arise by chance in what is encrypted.
 */
function inBase64(value: string): string[] {
  return [0, 1, 2].map((bytesBefore) => {
    const bytes = Buffer.concat([Buffer.alloc(bytesBefore), Buffer.from(value)]);
    const [first, end] = [Math.ceil((bytesBefore * 8) / 6), Math.floor((bytes.length * 8) / 6)];
    return bytes.toString('base64').slice(first, end);
  });
}

/** A value as it would stand in a dump, as bytes or as base64. */
const encoded = [mark, mark.toLowerCase(), marked.phone, marked.iban].flatMap((each) => [
  Buffer.from(each).toString('hex'),
  ...inBase64(each),
]);

/** The marked values that occur in a text, in whatever form. */
export function marksIn(text: string): string[] {
  const lower = text.toLowerCase();
  return [
    ...needles.filter((each) => lower.includes(each)),
    ...encoded.filter((each) => text.includes(each)),
  ];
}

/**
 * Every row of every table and every materialised view as the owner of the database reads it, by table: all columns as
 * text (bytes in hexadecimal), and bytes once more as the letters that they are.
 */
export async function dump(database: TestDatabase): Promise<ReadonlyMap<string, string>> {
  const tables = await database.asOwner<{ name: string; bytes: string[] }>(
    `SELECT relname AS name, array(SELECT quote_ident(attname) FROM pg_attribute
       WHERE attrelid = pg_class.oid AND atttypid = 'bytea'::regtype AND NOT attisdropped) AS bytes
     FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'm') ORDER BY relname`,
  );
  const dumped = new Map<string, string>();
  for (const { name, bytes } of tables) {
    const letters = bytes.map((column) => ` || ' ' || coalesce(encode(${column}, 'escape'), '')`).join('');
    const rows = await database.asOwner<{ row: string }>(
      `SELECT dumped::text${letters} AS row FROM "${name}" AS dumped`,
    );
    dumped.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return dumped;
}

/** Keeps a log to read it afterwards. */
export class KeptLog extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

type Query = (...parameters: unknown[]) => unknown;

/** Looks over the driver's shoulder, and lets everything pass: the texts of all statements that are sent. */
export class SentStatements {
  readonly texts = new Set<string>();
  readonly #send = Reflect.get(pg.Client.prototype, 'query') as Query;

  read(): void {
    const [send, texts] = [this.#send, this.texts];
    Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...parameters: unknown[]) {
      const [first] = parameters as [string | { readonly text?: string }];
      texts.add(typeof first === 'string' ? first : (first.text ?? ''));
      return send.apply(this, parameters);
    });
  }

  stop(): void {
    Reflect.set(pg.Client.prototype, 'query', this.#send);
  }
}
