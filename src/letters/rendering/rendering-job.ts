import type { LetterModel } from '../domain/letter-model.ts';
import type { PrintFile } from './cover-flow.ts';
import type { LetterRenderer } from './letter-renderer.ts';

export type RenderingJob =
  | { readonly kind: 'letter'; readonly model: LetterModel }
  | { readonly kind: 'print-file'; readonly file: PrintFile }
  /** Asks which texts would lose characters; the answer is a list of them as JSON. */
  | { readonly kind: 'unprintable'; readonly model: LetterModel };

/** What goes to a thread. */
export interface Question {
  readonly id: number;
  readonly job: RenderingJob;
}

/** What comes back. */
export type Answer =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };

export function perform(renderer: LetterRenderer, job: RenderingJob): Promise<Buffer> {
  switch (job.kind) {
    case 'letter':
      return renderer.render(job.model);
    case 'print-file':
      return renderer.renderPrintFile(job.file);
    case 'unprintable':
      return Promise.resolve(Buffer.from(JSON.stringify(renderer.unprintable(job.model))));
  }
}
