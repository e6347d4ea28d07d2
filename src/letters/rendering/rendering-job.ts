import type { LetterModel } from '../domain/letter-model.ts';
import type { PrintFile } from './cover-flow.ts';
import type { LetterRenderer } from './letter-renderer.ts';

export type RenderingJob =
  | { readonly kind: 'letter'; readonly model: LetterModel }
  | { readonly kind: 'print-file'; readonly file: PrintFile };

/** What goes to a thread. */
export interface Question {
  readonly id: number;
  readonly job: RenderingJob;
}

/** What comes back. */
export type Answer =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };

export function perform(renderer: LetterRenderer, job: RenderingJob): Promise<Buffer> {
  return job.kind === 'letter' ? renderer.render(job.model) : renderer.renderPrintFile(job.file);
}
