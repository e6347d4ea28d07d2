import { tooManyUploads } from './domain/attachments.problems.ts';

const mostOfOnePerson = 3;
const mostTogether = 24;

/** Lets as many files come in at once as there is memory for, and of one person a few. */
export class UploadPlaces {
  readonly #perPerson = new Map<string, number>();
  #together = 0;

  /** @throws DomainError `too-many-uploads` */
  async during<T>(subject: string, work: () => Promise<T>): Promise<T> {
    const own = this.#perPerson.get(subject) ?? 0;
    if (own >= mostOfOnePerson || this.#together >= mostTogether) throw tooManyUploads();
    this.#perPerson.set(subject, own + 1);
    this.#together += 1;
    try {
      return await work();
    } finally {
      const left = (this.#perPerson.get(subject) ?? 1) - 1;
      if (left === 0) this.#perPerson.delete(subject);
      else this.#perPerson.set(subject, left);
      this.#together -= 1;
    }
  }
}
