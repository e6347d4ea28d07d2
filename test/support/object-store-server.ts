import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store of objects that speaks as much of S3 as the service uses, and believes nobody without a signature. */
export interface ObjectStoreServer {
  readonly environment: Readonly<Record<string, string>>;
  readonly objects: Map<string, Buffer>;
  /** When objects were put, where a test says that it was not just now. */
  readonly putAt: Map<string, Date>;
  /** Requests that were signed by somebody else, or about something else. */
  readonly refused: string[];
  /** While it is false the store answers nothing but that it cannot. */
  works: boolean;
  close(): Promise<void>;
}

const bucket = 'kernbudget-proef';
const region = 'eu-test-1';
const accessKeyId = 'proefsleutel';
const secretAccessKey = 'geheim-van-de-proef';

const hash = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const sign = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/** Whether a request was signed with the secret, as AWS Signature Version 4 says. */
function isSigned({ method = '', url = '', headers }: IncomingMessage, content: Buffer): boolean {
  const parts = /Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? '',
  );
  if (parts === null || parts[1] !== accessKeyId) return false;
  const [, , scope = '', signedNames = '', signature] = parts;
  const claimed = String(headers['x-amz-content-sha256']);
  if (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== hash(content)) return false;
  const [path = '', query = ''] = url.split('?', 2);
  const names = signedNames.split(';');
  const canonical = [
    ...[method, path, query.split('&').sort().join('&')],
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    ...['', signedNames, claimed],
  ].join('\n');
  const [day = ''] = scope.split('/', 1);
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, hash(canonical)].join('\n');
  const dayKey = sign(`AWS4${secretAccessKey}`, day);
  const key = sign(sign(sign(dayKey, region), 's3'), 'aws4_request');
  return sign(key, text).toString('hex') === signature;
}

function answer(response: ServerResponse, status: number, content: Buffer | string = ''): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(content) }).end(content);
}

function failure(code: string): string {
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

/** Fewer than a real store gives at once, so that whoever lists has to ask for the next ones. */
const perPage = 3;

function page({ objects, putAt }: ObjectStoreServer, query: URLSearchParams): string {
  const after = query.get('continuation-token') ?? '';
  const prefix = `/${bucket}/${query.get('prefix') ?? ''}`;
  const places = [...objects.keys()].filter((place) => place.startsWith(prefix) && place > after).sort();
  const shown = places.slice(0, perPage);
  const contents = shown.map((place) => {
    const at = (putAt.get(place) ?? new Date()).toISOString();
    return `<Contents><Key>${place.slice(bucket.length + 2)}</Key><LastModified>${at}</LastModified></Contents>`;
  });
  const more = places.length > shown.length;
  const next = more ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`;
}

export async function startObjectStore(): Promise<ObjectStoreServer> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => handle(request, Buffer.concat(pieces), response));
  });
  const handle = (request: IncomingMessage, content: Buffer, response: ServerResponse): void => {
    const place = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!store.works) return answer(response, 503, failure('SlowDown'));
    const isList = request.method === 'GET' && /^\/[^/]+\/?$/.test(place);
    if (!(isList || place.startsWith(`/${bucket}/`)) || !isSigned(request, content)) {
      store.refused.push(`${request.method} ${request.url}`);
      return answer(response, 403, failure('SignatureDoesNotMatch'));
    }
    if (isList)
      return answer(response, 200, page(store, new URL(request.url ?? '', 'http://store').searchParams));
    const found = store.objects.get(place);
    if (request.method === 'PUT') store.objects.set(place, content);
    if (request.method === 'DELETE') store.objects.delete(place);
    if (request.method !== 'GET') return answer(response, request.method === 'PUT' ? 200 : 204);
    return found ? answer(response, 200, found) : answer(response, 404, failure('NoSuchKey'));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store: ObjectStoreServer = {
    environment: {
      ATTACHMENT_STORE: 'objects',
      OBJECT_STORE_URL: `http://127.0.0.1:${port}`,
      OBJECT_STORE_REGION: region,
      OBJECT_STORE_BUCKET: bucket,
      OBJECT_STORE_ACCESS_KEY_ID: accessKeyId,
      OBJECT_STORE_SECRET_ACCESS_KEY: secretAccessKey,
    },
    objects: new Map(),
    putAt: new Map(),
    refused: [],
    works: true,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return store;
}
