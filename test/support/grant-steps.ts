import type { ApplicationAnswer, LetterAnswer } from './case-steps.ts';
import { lettersOf } from './case-steps.ts';
import { expectStatus } from './scheme-steps.ts';
import type { Answer, TestCaller } from './test-service.ts';
import type { TownHall } from './town-hall.ts';

export async function versionOf(
  { registrar }: TownHall,
  { id }: Pick<ApplicationAnswer, 'id'>,
): Promise<number> {
  return (await registrar.get<ApplicationAnswer>(`/v1/applications/${id}`)).body.version;
}

/** Sends the letter that lies ready about an application. */
export async function announceReady(
  townHall: TownHall,
  application: ApplicationAnswer,
  on: string,
): Promise<LetterAnswer> {
  const { registrar } = townHall;
  townHall.today(on);
  const ready = (await lettersOf(registrar, application.id)).find(({ sentOn }) => sentOn === null)!;
  const { body } = await registrar.get<{ version: number }>(`/v1/letters/${ready.id}`);
  const path = `/v1/letters/${ready.id}/announcement`;
  const sending = { version: body.version, body: { sentOn: on, channel: 'post' } };
  return expectStatus(await registrar.post<LetterAnswer>(path, sending), 200);
}

/** Registers that the college made a grant smaller on a day, because its holder asked for it then. */
export async function changeGrant(
  townHall: TownHall,
  application: ApplicationAnswer,
  on: string,
  change: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  townHall.today(on);
  return townHall.registrar.post(`/v1/applications/${application.id}/grant-changes`, {
    version: await versionOf(townHall, application),
    body: {
      ...{ requestedOn: on, reason: 'U liet weten dat het plan niet doorgaat.' },
      ...{ resolution: { number: `B&W ${on}`, resolutionDate: on } },
      ...change,
    },
  });
}

/** The decision on an application with its changes, as somebody sees it. */
export async function decisionOf(
  caller: TestCaller,
  { id }: Pick<ApplicationAnswer, 'id'>,
): Promise<Answer['body']> {
  return (await caller.get(`/v1/applications/${id}/decision`)).body;
}
