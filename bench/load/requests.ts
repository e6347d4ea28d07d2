import { randomUUID } from 'node:crypto';
import type { BenchService } from '../service/bench-service.ts';
import { type RawRequest, rawRequest } from './http-connection.ts';

/** The regulation that the bench applies under. */
export const regulationCode = 'leefbaarheidsbudget-2019';

/** What a resident fills in: complete, with an acknowledgement that leaves at once. */
export function completeApplication(kernCode: string): Record<string, unknown> {
  return {
    intent: 'submit',
    regulationCode,
    kernCode,
    applicant: {
      kind: 'resident',
      name: 'Fenna Voorbeeld',
      street: 'Dorpsstraat',
      houseNumber: '12',
      postcode: '4031 AB',
      place: 'Ingen',
    },
    title: 'Een bank en een tuindag',
    description: 'Wij plaatsen een bank bij de kerk en houden een tuindag voor de hele straat.',
    requestedCents: 1_000,
    activityStartsOn: '2019-09-14',
    activityEndsOn: '2019-09-14',
    costs: [
      { description: 'Bank', amountCents: 600 },
      { description: 'Planten', amountCents: 400 },
    ],
    support: 'Twaalf buren uit de Dorpsstraat doen mee.',
    iban: 'NL91ABNA0417164300',
    electronicMessages: true,
  };
}

export interface Write {
  readonly body?: unknown;
  /** The version that the caller has seen. */
  readonly version?: number;
}

/** Writes requests of one person, each write under a new Idempotency-Key. */
export class Caller {
  readonly #authorization: { readonly authorization: string };

  private constructor(token: string) {
    this.#authorization = { authorization: `Bearer ${token}` };
  }

  static async of(service: BenchService, personId: string): Promise<Caller> {
    return new Caller(await service.token(personId));
  }

  get(path: string): RawRequest {
    return rawRequest('GET', path, this.#authorization);
  }

  post(path: string, write: Write = {}): RawRequest {
    return this.#write('POST', path, write);
  }

  put(path: string, write: Write = {}): RawRequest {
    return this.#write('PUT', path, write);
  }

  #write(method: string, path: string, { body, version }: Write): RawRequest {
    const headers = {
      ...this.#authorization,
      'idempotency-key': randomUUID(),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    return rawRequest(method, path, headers, body);
  }
}
