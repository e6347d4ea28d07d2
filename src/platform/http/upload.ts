import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { InputFault } from '../../kernel/domain-error.ts';
import type { Class } from './fields/field.ts';
import { bodyTimeOf } from './body-time.ts';
import { faultTexts } from './fields/fault-texts.ts';
import { HttpProblem } from './http-problem.ts';
import { canonical } from './idempotency-key.ts';
import { readInput } from './read-input.ts';
import { receiveForm } from './received-form.ts';

/** A form that was read: its fields by the class that the route asks for, and its file as it came. */
export interface ReadUpload<Fields> {
  readonly fields: Fields;
  readonly file: UploadedFile;
  /** SHA-256 (hexadecimal) of all that was sent, for the claim of an Idempotency-Key. */
  readonly bodyHash: string;
}

export interface UploadedFile {
  /** As the sender calls it: neither its form nor what it promises has been looked at. */
  readonly name: string;
  readonly content: Buffer;
}

/** What must hold of a file, beside what holds of every form; gives all that does not. */
export type FileCheck = (file: UploadedFile) => Promise<readonly InputFault[]> | readonly InputFault[];

function fileFault(code: 'required' | 'file-empty'): InputFault {
  return { in: 'body', location: '/file', code, detail: faultTexts[code]() };
}

/**
 * A form that still stands on the line. It is read when it is asked for, so that whoever may not send it costs no
 * memory, and no more time than any request: from then on a slow line has as long as it keeps sending.
 */
export class PendingUpload {
  readonly #request: FastifyRequest;

  constructor(request: FastifyRequest) {
    this.#request = request;
  }

  /**
   * @param fileBytes how large the file may be
   * @throws HttpProblem `invalid-input` with all faults of fields and file at once, or as `receiveForm`
   */
  async read<Fields extends object>(
    type: Class<Fields>,
    fileBytes: number,
    check: FileCheck,
  ): Promise<ReadUpload<Fields>> {
    bodyTimeOf(this.#request.raw)?.allowPace();
    const { fields, file, faults } = await receiveForm(this.#request.raw, fileBytes);
    const plain = Object.fromEntries(fields);
    const input = readInput(type, plain, 'form');
    const found = [
      ...faults,
      ...(input.kind === 'refused' ? input.faults : []),
      ...(file === null ? [fileFault('required')] : []),
      ...(file?.content.length === 0 ? [fileFault('file-empty')] : []),
      ...(file !== null && file.content.length > 0 ? await check(file) : []),
    ];
    if (found.length > 0 || input.kind === 'refused' || file === null) {
      throw new HttpProblem('invalid-input', found);
    }
    const content = createHash('sha256').update(file.content).digest('hex');
    const bodyHash = createHash('sha256')
      .update(canonical([plain, file.name, content]))
      .digest('hex');
    return { fields: input.value, file, bodyHash };
  }
}

/** The form of a request to a route that takes a file. */
export const Upload: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    new PendingUpload(context.switchToHttp().getRequest<FastifyRequest>()),
);
