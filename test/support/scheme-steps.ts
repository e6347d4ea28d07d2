import { expect } from '@jest/globals';
import { type ApplicationAnswer, assess, submit } from './case-steps.ts';
import { bookRun, councilResolution, type Finance } from './finance-steps.ts';
import type { RegulationDocument } from '../../src/regulations/domain/regulation-document.ts';
import type { Answer, TestCaller } from './test-service.ts';
import type { TownHall } from './town-hall.ts';

/** A line of a list as far as tests of the distribution look at it. */
export interface ProposedLine {
  readonly applicationId: string;
  readonly kind: string;
  readonly proposedCents: number;
  readonly place: number | null;
  readonly byLot: boolean;
  readonly explanation: string;
}

export interface ProposedList {
  readonly id: string;
  readonly version: number;
  readonly lotSeed: string | null;
  readonly lines: readonly ProposedLine[];
  readonly notReady: readonly { applicationId: string; reason: string }[];
}

interface SchemeOptions {
  readonly code: string;
  readonly document: RegulationDocument;
  /** The day on which it is written, published and given its money. */
  readonly on: string;
  /** Euros per kern; under `null` the one budget that all kernen share. */
  readonly money: readonly { readonly kernCode?: string; readonly euros: number }[];
}

/** A regulation that was published and has money, with what people do under it. */
export interface Scheme {
  readonly finance: Finance;
  readonly resolutionId: string;
  /** Applies on a day, and has every criterion judged to be met. */
  apply(on: string, euros: number, change?: Readonly<Record<string, unknown>>): Promise<ApplicationAnswer>;
  list(on: string): Promise<ProposedList>;
  /** Registers the resolution of the college as proposed. */
  decide(list: ProposedList, on: string, change?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** What was granted, in euros, by application; from the decisions themselves. */
  granted(): Promise<ReadonlyMap<string, number>>;
}

/** Shows the problem when a request does not do what a story needs. */
export function expectStatus<Body>(answer: Answer<Body>, status: number): Body {
  const problem = answer.status === status ? null : answer.body;
  expect({ status: answer.status, problem }).toEqual({ status, problem: null });
  return answer.body;
}

interface Finding {
  readonly criterionCode: string;
  readonly outcome: string;
}

interface Made {
  readonly id: string;
  readonly version: number;
}

async function publish(townHall: TownHall, { code, document, on }: SchemeOptions): Promise<void> {
  const writer = await townHall.person('schrijver', 'administrator');
  const draft = expectStatus(
    await writer.post<Made>('/v1/regulation-drafts', { body: { code, document } }),
    201,
  );
  const path = `/v1/regulation-drafts/${draft.id}/publication`;
  const body = { publishedOn: on, reference: 'gmb-voorbeeld', inForceFrom: on };
  expectStatus(await townHall.registrar.post(path, { version: draft.version, body }), 201);
}

export async function openScheme(townHall: TownHall, options: SchemeOptions): Promise<Scheme> {
  const { code, document, on, money } = options;
  townHall.today(on);
  await publish(townHall, options);
  const finance = {
    proposer: await townHall.person('farid', 'finance'),
    confirmer: await townHall.person('marijke', 'finance'),
  };
  const resolutionId = await councilResolution(finance, `RB ${code}`);
  const lines = money.map(({ kernCode, euros }) => ({
    ...(kernCode && { kernCode }),
    amountCents: euros * 100,
  }));
  const countsOn = `${document.year}-01-01`;
  await bookRun(finance, { kind: 'allocation', regulationCode: code, countsOn, resolutionId, lines });
  const applicants = new Map<string, TestCaller>();
  return {
    finance,
    resolutionId,
    async apply(day, euros, change = {}) {
      townHall.today(day);
      const subject = `aanvrager-${applicants.size}`;
      const caller = await townHall.person(subject, 'resident');
      applicants.set(subject, caller);
      const requestedCents = euros * 100;
      const dates = { activityStartsOn: `${document.year}-12-20`, activityEndsOn: `${document.year}-12-20` };
      const costs = [{ description: 'Materiaal', amountCents: requestedCents }];
      const plan = { regulationCode: code, requestedCents, costs, ...dates, ...change };
      const application = await submit(caller, plan);
      const { body } = await townHall.assessor.get<{ findings: readonly Finding[] }>(
        `/v1/applications/${application.id}/findings`,
      );
      const open = body.findings.filter(({ outcome }) => outcome === 'needs-judgement');
      const criteria = open.map(({ criterionCode }) => criterionCode);
      const version = await assess(townHall.assessor, application, 'met', criteria);
      return { ...application, version };
    },
    async list(day) {
      townHall.today(day);
      const preparer = await townHall.person('voorbereider', 'assessor');
      const body = { regulationCode: code };
      return expectStatus(await preparer.post<ProposedList>('/v1/college-lists', { body }), 201);
    },
    decide(list, day, change = {}) {
      townHall.today(day);
      const body = { number: `B&W ${day}`, resolutionDate: day, ...change };
      const path = `/v1/college-lists/${list.id}/resolution`;
      return townHall.registrar.post(path, { version: list.version, body });
    },
    async granted() {
      const rows = await townHall.service.database.asOwner<{ id: string; cents: string }>(
        `SELECT decision.application_id AS id, decision.granted_cents AS cents FROM decision
          JOIN application ON application.id = decision.application_id
          JOIN regulation_version version ON version.id = application.regulation_version_id
          JOIN regulation ON regulation.id = version.regulation_id WHERE regulation.code = $1`,
        [code],
      );
      return new Map(rows.map(({ id, cents }) => [id, Number(cents) / 100]));
    },
  };
}

/** What is proposed, in euros, in the order of the list. */
export function proposedEuros({ lines }: ProposedList, ...applications: readonly { id: string }[]): number[] {
  const perApplication = new Map(lines.map((line) => [line.applicationId, line.proposedCents / 100]));
  return applications.map(({ id }) => perApplication.get(id) ?? NaN);
}
