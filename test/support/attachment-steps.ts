import { expect } from '@jest/globals';
import { pdfDocument } from './sample-files.ts';
import type { Answer, TestCaller } from './test-service.ts';

/** An attachment as far as tests look at it. */
export interface AttachmentAnswer {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly replacedById: string | null;
}

/** What is sent: fields of the form, and the file with its name. */
export interface SentFile {
  readonly kind?: string;
  readonly name?: string;
  readonly content?: Buffer;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A form as a browser would send it. */
export function formOf({
  kind = 'quote',
  name = 'offerte.pdf',
  content = pdfDocument(),
  fields = {},
}: SentFile = {}): FormData {
  const form = new FormData();
  form.set('kind', kind);
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(content)]), name);
  return form;
}

export function send<Body = Record<string, unknown>>(
  caller: TestCaller,
  applicationId: string,
  file: SentFile = {},
  key?: string,
): Promise<Answer<Body>> {
  const options = { body: formOf(file), ...(key !== undefined && { key }) };
  return caller.post<Body>(`/v1/applications/${applicationId}/attachments`, options);
}

/** Sends a file that is to be taken. */
export async function attach(
  caller: TestCaller,
  applicationId: string,
  file: SentFile = {},
): Promise<AttachmentAnswer> {
  const { status, body } = await send<AttachmentAnswer>(caller, applicationId, file);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

export async function attachmentsOf(
  caller: TestCaller,
  applicationId: string,
): Promise<readonly AttachmentAnswer[]> {
  const path = `/v1/applications/${applicationId}/attachments`;
  const { body } = await caller.get<{ items: readonly AttachmentAnswer[] }>(path);
  return body.items;
}
