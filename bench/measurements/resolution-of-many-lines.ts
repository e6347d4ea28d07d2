import { burenKernen } from '../../src/seeds/buren-municipality.ts';
import { present } from '../../src/kernel/assert.ts';
import { sendAtOnce } from '../load/drive.ts';
import type { RawAnswer } from '../load/http-connection.ts';
import { Caller, regulationCode } from '../load/requests.ts';
import { median, type Measurement, rounded } from '../measurement.ts';
import { asOwner } from '../service/as-owner.ts';
import type { BenchService } from '../service/bench-service.ts';
import { removeApplications } from '../service/without-applications.ts';
import { afterTheWindow, applyAndJudge } from './prepared-decisions.ts';

const lines = 500;
const atOnce = 25;
const rounds = 3;

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly unknown[];
}

function parsed<Body>(answers: readonly RawAnswer[]): Body {
  return JSON.parse(present(answers[0], 'one request was sent').body.toString()) as Body;
}

async function listOfMany(service: BenchService): Promise<{ list: Listed; milliseconds: number }> {
  const kernen = Object.keys(burenKernen);
  for (let done = 0; done < lines; done += atOnce) {
    const kernCodes = Array.from({ length: atOnce }, (_, index) =>
      present(kernen[(done + index) % kernen.length], 'a kern'),
    );
    await applyAndJudge(service, kernCodes);
  }
  await service.tell('set-clock', afterTheWindow);
  const bram = await Caller.of(service, 'bram');
  const { answers, milliseconds } = await sendAtOnce(service.url, [
    bram.post('/v1/college-lists', { body: { regulationCode } }),
  ]);
  return { list: parsed(answers), milliseconds };
}

/** Milliseconds to make a list of so many lines, to register the resolution on it and to send all its letters. */
async function measureOnce(
  service: BenchService,
): Promise<Record<'list' | 'resolution' | 'letters', number>> {
  const { list, milliseconds: made } = await listOfMany(service);
  if (list.lines.length !== lines) throw new Error(`A list of ${list.lines.length} lines`);
  const roos = await Caller.of(service, 'roos');
  const { answers, milliseconds: registered } = await sendAtOnce(service.url, [
    roos.post(`/v1/college-lists/${list.id}/resolution`, {
      version: list.version,
      body: { number: 'B&W 2019-24', resolutionDate: '2019-06-11' },
    }),
  ]);
  const { version } = parsed<Listed>(answers);
  const { milliseconds: sent } = await sendAtOnce(service.url, [
    roos.post(`/v1/college-lists/${list.id}/announcement`, { version, body: { sentOn: '2019-06-11' } }),
  ]);
  return { list: made, resolution: registered, letters: sent };
}

/** One resolution of 500 lines over HTTP: 500 decisions, ledger entries, letters and audit entries in one transaction. */
export const resolutionOfManyLines: Measurement = {
  names: ['resolution-of-500-lines'],
  async run({ service: started }) {
    const service = await started();
    const measured: Awaited<ReturnType<typeof measureOnce>>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // What others left undecided would come onto the list.
      await asOwner(service.ownerUrl, removeApplications);
      measured.push(await measureOnce(service));
    }
    return {
      'resolution-of-500-lines': {
        ...{
          value: rounded(median(measured.map(({ resolution }) => resolution))),
          goal: 5_000,
          better: 'lower',
        },
        unit: 'ms voor een besluit van 500 regels in één transactie',
        parts: {
          'ms per ronde': measured.map(({ resolution }) => rounded(resolution)),
          'ms om de lijst te maken': measured.map(({ list }) => rounded(list)),
          'ms om alle brieven te verzenden': measured.map(({ letters }) => rounded(letters)),
        },
      },
    };
  },
};
