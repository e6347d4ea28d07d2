import type { AdjustableClock } from '../src/kernel/clock.ts';
import { present } from '../src/kernel/assert.ts';
import type { Application } from './answers.ts';
import { Caller, StoryEnds } from './caller.ts';
import { Narrator } from './narrator.ts';

/** The applications of the story, by whose they are. */
export const applicants = [
  'gijs',
  'fenna',
  'hidde',
  'joke',
  'zeynep',
  'sanne',
  'mila',
  'wim',
  'thijs',
  'rik',
] as const;

export type Applicant = (typeof applicants)[number];

export interface Case {
  readonly id: string;
  /** As on the letters; null for a draft. */
  readonly number: string | null;
}

const summerTimeFrom = '2019-03-31';
const summerTimeUntil = '2019-10-27';

/** The moment that a clock in the Netherlands shows this in 2019 or the winter after. @param day as 2019-03-04 @param time as 09:30 */
export function momentOf(day: string, time: string): Date {
  return new Date(`${day}T${time}:00${day >= summerTimeFrom && day < summerTimeUntil ? '+02:00' : '+01:00'}`);
}

/** What the scenes share: the clock, who can call, who tells, and which cases there are. */
export class Story {
  readonly narrator = new Narrator();
  readonly #url: string;
  readonly #clock: AdjustableClock;
  readonly #callers = new Map<string, Caller>();
  readonly #cases = new Map<Applicant, Case>();

  constructor(url: string, clock: AdjustableClock) {
    this.#url = url;
    this.#clock = clock;
  }

  /** Lets it become another day. */
  day(day: string, time: string): void {
    this.#clock.set(momentOf(day, time));
    this.narrator.day(day, time);
  }

  /** Somebody with a token of the development issuer; see src/seeds/demo-people.ts for who there are. */
  async as(personId: string): Promise<Caller> {
    const known = this.#callers.get(personId);
    if (known) return known;
    const response = await fetch(`${this.#url}/development/issuer/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: personId,
        client_secret: 'demo',
      }),
    });
    if (!response.ok) throw new StoryEnds(`${personId} kan niet inloggen: ${await response.text()}`);
    const { access_token: token } = (await response.json()) as { access_token: string };
    const caller = new Caller(this.#url, token);
    this.#callers.set(personId, caller);
    return caller;
  }

  /** Somebody who has not logged in. */
  anybody(): Caller {
    return new Caller(this.#url, null);
  }

  remember(applicant: Applicant, { id, number }: Application): void {
    this.#cases.set(applicant, { id, number });
  }

  caseOf(applicant: Applicant): Case {
    return present(this.#cases.get(applicant), `${applicant} has applied by now`);
  }

  /** An application as somebody sees it at this moment. */
  async application(personId: string, applicant: Applicant): Promise<Application> {
    const caller = await this.as(personId);
    return (await caller.get<Application>(`/applications/${this.caseOf(applicant).id}`)).body;
  }
}
