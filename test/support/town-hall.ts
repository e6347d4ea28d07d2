import { type ApplicationAnswer, assess, submit } from './case-steps.ts';
import { startOwnIssuer } from './own-issuer.ts';
import { startTestService, type TestCaller, type TestService } from './test-service.ts';

/** A service with one person for each part of a case, and anybody else whom a test thinks up. */
export interface TownHall {
  readonly service: TestService;
  readonly resident: TestCaller;
  readonly assessor: TestCaller;
  readonly preparer: TestCaller;
  readonly registrar: TestCaller;
  /** Somebody with these roles; the same subject is the same person, whatever the roles. */
  person(subject: string, ...roles: readonly string[]): Promise<TestCaller>;
  /** Somebody who works for these kernen only. */
  personOf(kernCodes: readonly string[], subject: string, ...roles: readonly string[]): Promise<TestCaller>;
  /** Makes it eight o'clock (UTC) on a day. */
  today(day: string): void;
  /** Applications of a kern on a day each, from 4 March 2019 on, all judged to meet the criteria on 11 June. */
  judged(kernCode: string, ...requestedCents: readonly number[]): Promise<ApplicationAnswer[]>;
  close(): Promise<void>;
}

/** All kernen but Ravenswaaij, where nobody of the town hall works. */
const kernen = [
  ...['asch', 'beusichem', 'buren', 'eck-en-wiel', 'erichem', 'ingen', 'kapel-avezaath', 'kerk-avezaath'],
  ...['lienden', 'maurik', 'ommeren', 'rijswijk', 'zoelen', 'zoelmond'],
];

export async function openTownHall(): Promise<TownHall> {
  const issuer = await startOwnIssuer();
  const service = await startTestService('2019-03-04T08:00:00Z', issuer.environment);
  const personOf: TownHall['personOf'] = async (kernCodes, subject, ...roles) => {
    const claims = { sub: subject, name: `Wie ${subject} heet`, roles, kernen: kernCodes };
    return service.withToken(await issuer.sign(claims));
  };
  const person: TownHall['person'] = (subject, ...roles) => personOf(kernen, subject, ...roles);
  const today = (day: string) => service.clock.set(new Date(`${day}T08:00:00Z`));
  const resident = await person('inwoner', 'resident');
  const assessor = await person('beoordelaar', 'assessor');
  return {
    service,
    resident,
    assessor,
    preparer: await person('kernregisseur', 'kernregisseur'),
    registrar: await person('registrator', 'registrar'),
    person,
    personOf,
    today,
    async judged(kernCode, ...requestedCents) {
      const applications: ApplicationAnswer[] = [];
      for (const [index, amountCents] of requestedCents.entries()) {
        today(`2019-03-0${index + 4}`);
        const costs = [{ description: 'Bank', amountCents }];
        applications.push(await submit(resident, { kernCode, requestedCents: amountCents, costs }));
      }
      today('2019-06-11');
      const judged: ApplicationAnswer[] = [];
      for (const application of applications) {
        judged.push({ ...application, version: await assess(assessor, application) });
      }
      return judged;
    },
    async close() {
      await service.stop();
      await issuer.close();
    },
  };
}
