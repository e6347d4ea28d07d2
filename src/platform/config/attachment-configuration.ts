import type { EnvironmentReader } from './environment-reader.ts';

/** A store that speaks S3, and how this service logs in there. */
export interface ObjectStoreConfiguration {
  /** Address of the store, without the bucket. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface ScannerConfiguration {
  readonly host: string;
  readonly port: number;
}

/** What attachments may be, and where they are kept. */
export interface AttachmentConfiguration {
  /** How large one attachment may be, in megabytes of 1,048,576 bytes. */
  readonly megabytes: number;
  /** How many attachments one case may have, replaced ones included. */
  readonly perCase: number;
  /** Null keeps them in the database. */
  readonly objectStore: ObjectStoreConfiguration | null;
  /** A clamd that looks for viruses; null for none. */
  readonly scanner: ScannerConfiguration | null;
}

/** Without any configuration: ten megabytes, thirty attachments, in the database, unscanned. */
export const defaultAttachments: AttachmentConfiguration = {
  ...{ megabytes: 10, perCase: 30 },
  ...{ objectStore: null, scanner: null },
};

function readObjectStore(reader: EnvironmentReader, production: boolean): ObjectStoreConfiguration | null {
  if (reader.oneOf('ATTACHMENT_STORE', ['database', 'objects'], 'database') === 'database') return null;
  const why = 'ATTACHMENT_STORE is objects';
  reader.required('OBJECT_STORE_URL', why);
  const endpoint = reader.url('OBJECT_STORE_URL', production ? ['https:'] : ['https:', 'http:']);
  return {
    endpoint: endpoint?.toString() ?? '',
    region: reader.text('OBJECT_STORE_REGION') ?? 'eu-central-1',
    bucket: reader.required('OBJECT_STORE_BUCKET', why),
    accessKeyId: reader.required('OBJECT_STORE_ACCESS_KEY_ID', why),
    secretAccessKey: reader.required('OBJECT_STORE_SECRET_ACCESS_KEY', why),
  };
}

function readScanner(reader: EnvironmentReader): ScannerConfiguration | null {
  const text = reader.text('CLAMD_ADDRESS');
  if (text === null) return null;
  const [, host = '', port = ''] = /^([a-z0-9.-]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  if (host !== '' && Number(port) <= 65_535) {
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  }
  reader.fault(
    `CLAMD_ADDRESS is "${text}"; het moet een naam of adres met een poort zijn, zoals clamd:3310.`,
  );
  return null;
}

/** Reads what attachments may be and where they are kept; faults go to the reader. */
export function readAttachments(reader: EnvironmentReader, production: boolean): AttachmentConfiguration {
  return {
    megabytes: reader.integer('ATTACHMENT_MEGABYTES', defaultAttachments.megabytes, [1, 50]),
    perCase: reader.integer('ATTACHMENTS_PER_CASE', defaultAttachments.perCase, [1, 500]),
    objectStore: readObjectStore(reader, production),
    scanner: readScanner(reader),
  };
}
