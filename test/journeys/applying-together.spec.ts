import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attach } from '../support/attachment-steps.ts';
import {
  type ApplicationAnswer,
  assess,
  expectRefusal,
  faultsOf,
  lettersOf,
  prepareList,
  register,
  submit,
} from '../support/case-steps.ts';
import { readLetter } from '../support/letter-guards.ts';
import { pdfDocument } from '../support/sample-files.ts';
import type { Answer, TestCaller } from '../support/test-service.ts';
import { openTownHall, type TownHall } from '../support/town-hall.ts';

let town: TownHall;
let gijs: TestCaller;
let bas: TestCaller;

interface PartyAnswer {
  readonly id: string;
  readonly role: string;
  readonly code: string;
  readonly version: number;
  readonly maskedIban: string | null;
  readonly consentedOn: string | null;
  readonly endedOn: string | null;
}

beforeAll(async () => {
  town = await openTownHall();
  gijs = await town.person('gijs', 'resident');
  bas = await town.person('bas', 'resident');
});
afterAll(() => town.close());

const person = (name: string) => ({
  ...{ name, street: 'Kerkstraat', houseNumber: '3', postcode: '4031 CD', place: 'Ingen' },
});

const collective = {
  kind: 'collective',
  ...person('Bewoners van de Dorpsstraat'),
  contactPerson: 'Fenna Voorbeeld',
};

function name(
  caller: TestCaller,
  applicationId: string,
  change: Readonly<Record<string, unknown>>,
): Promise<Answer<PartyAnswer>> {
  const body = { role: 'co-applicant', ...person('Gijs Verzonnen'), ...change };
  return caller.post<PartyAnswer>(`/v1/applications/${applicationId}/parties`, { body });
}

const confirm = (caller: TestCaller, code: string) =>
  caller.post<PartyAnswer>('/v1/party-confirmations', { body: { code } });

const refusal = (answer: Answer<unknown>) => answer as Answer;

async function versionOf(applicationId: string): Promise<number> {
  return (await town.assessor.get<{ version: number }>(`/v1/applications/${applicationId}`)).body.version;
}

async function partiesOf(caller: TestCaller, applicationId: string): Promise<readonly PartyAnswer[]> {
  const path = `/v1/applications/${applicationId}/parties`;
  return (await caller.get<{ parties: readonly PartyAnswer[] }>(path)).body.parties;
}

describe('Neighbours who apply together', () => {
  let application: ApplicationAnswer;

  it('count when they have said yes themselves, with the code that is theirs', async () => {
    application = await submit(town.resident, { applicant: collective });
    const named = await name(town.resident, application.id, {});
    expect(named.status).toBe(201);
    const { code } = named.body;
    const preview = await gijs.post('/v1/party-confirmations/preview', { body: { code } });
    expect(preview.body).toMatchObject({
      ...{ roleName: 'mede-aanvrager', applicantName: 'Bewoners van de Dorpsstraat', requestedCents: 85_000 },
    });
    expectRefusal(refusal(await confirm(town.resident, code)), 409, 'party-is-applicant');
    expect((await confirm(gijs, code)).body).toMatchObject({
      consentedOn: '2019-03-04',
      consentedBy: 'login',
    });
    expectRefusal(refusal(await confirm(bas, code)), 409, 'party-already-agreed');
    expectRefusal(refusal(await confirm(bas, '0'.repeat(32))), 404, 'party-not-found');
    const again = await name(town.resident, application.id, { name: 'Gijs nog eens' });
    expectRefusal(refusal(await confirm(gijs, again.body.code)), 409, 'party-already-agreed');
    const counted = await town.service.database.asOwner(
      'SELECT consented_co_applicants AS count FROM application WHERE id = $1',
      [application.id],
    );
    expect(counted).toEqual([{ count: 1 }]);
    const search = await town.assessor.post<{ items: { applicationId: string }[] }>('/v1/case-searches', {
      body: { text: 'Gijs Verzonnen' },
    });
    expect(search.body.items.map(({ applicationId }) => applicationId)).toEqual([application.id]);
  });

  it('or when an official has seen their signature, and until they leave', async () => {
    const named = await name(town.resident, application.id, { name: 'Bas Fictief' });
    const path = `/v1/applications/${application.id}/parties/${named.body.id}`;
    const signed = await attach(town.preparer, application.id, { kind: 'authorisation' });
    const body = { signedOn: '2019-03-04', attachmentId: signed.id };
    const version = await versionOf(application.id);
    expectRefusal(await town.resident.post(`${path}/paper-consent`, { version, body }), 403, 'not-allowed');
    const strange = { ...body, attachmentId: application.id };
    expect(faultsOf(await town.preparer.post(`${path}/paper-consent`, { version, body: strange }))).toEqual({
      '/attachmentId': 'attachment-unknown',
    });
    const late = { ...body, signedOn: '2019-03-05' };
    expect(faultsOf(await town.preparer.post(`${path}/paper-consent`, { version, body: late }))).toEqual({
      '/signedOn': 'receipt-not-possible',
    });
    expect((await town.preparer.post(`${path}/paper-consent`, { version, body })).body).toMatchObject({
      ...{ consentedBy: 'paper', consentAttachmentId: signed.id },
    });
    const ended = await town.resident.post(`${path}/end`, { version: await versionOf(application.id) });
    expect(ended.body).toMatchObject({ endedOn: '2019-03-04' });
    expectRefusal(
      await town.resident.post(`${path}/end`, { version: await versionOf(application.id) }),
      409,
      'party-ended',
    );
  });

  it('get another representative, who is let in when the former one is let out, and gets the letters', async () => {
    const without = await name(town.resident, application.id, { role: 'representative' });
    expect(faultsOf(refusal(without))).toEqual({ '/agreementAttachmentId': 'agreement-missing' });
    const agreed = await attach(town.resident, application.id, {
      kind: 'minutes',
      content: pdfDocument('Ja'),
    });
    const named = await name(town.resident, application.id, {
      ...{ role: 'representative', ...person('Bas Fictief'), agreementAttachmentId: agreed.id },
    });
    const path = `/v1/applications/${application.id}`;
    expect((await town.resident.get(path)).status).toBe(200);
    expect((await confirm(bas, named.body.code)).status).toBe(201);
    expectRefusal(await town.resident.get(path), 404, 'application-not-found');
    const seen = await bas.get(path);
    expect(seen.body['applicant']).toMatchObject({
      ...{ name: 'Bewoners van de Dorpsstraat', contactPerson: 'Bas Fictief', street: 'Kerkstraat' },
    });
    const items = [{ what: 'Een tekening', why: 'Om te zien waar de bank komt.' }];
    const version = seen.body['version'] as number;
    const asked = await town.preparer.post(`${path}/completion-requests`, { version, body: { items } });
    expect(asked.status).toBe(201);
    const letter = (await lettersOf(town.preparer, application.id)).at(-1)!;
    const sending = { version: 1, body: { sentOn: '2019-03-04', channel: 'post' } };
    await town.preparer.post(`/v1/letters/${letter.id}/announcement`, sending);
    expect((await bas.get(`/v1/letters/${letter.id}/document`)).status).toBe(200);
    const rows = await partiesOf(bas, application.id);
    expect(rows.filter(({ role }) => role === 'representative')).toHaveLength(1);
  });
});

describe('Money for somebody else', () => {
  it('needs the yes of both, and shows no account but its end', async () => {
    const { id } = await submit(town.resident);
    const payee = { role: 'payee', ...person('Hovenier Verzonnen'), iban: 'NL02ABNA0123456789' };
    expect(faultsOf(refusal(await name(town.resident, id, { ...payee, iban: undefined })))).toEqual({
      '/iban': 'required',
    });
    expect(faultsOf(refusal(await name(town.preparer, id, payee)))).toEqual({
      '/agreementAttachmentId': 'agreement-missing',
    });
    expect(faultsOf(refusal(await name(town.resident, id, { iban: payee.iban })))).toEqual({
      '/iban': 'iban-of-payee',
    });
    const named = await name(town.resident, id, payee);
    expect(named.body.maskedIban).toBe('NL•• •••• 6789');
    const lastFour = async () => (await town.assessor.get(`/v1/applications/${id}`)).body['ibanLastFour'];
    expect(await lastFour()).toBe('4300');
    expect((await confirm(gijs, named.body.code)).status).toBe(201);
    expect(await lastFour()).toBe('6789');
    const finance = await town.person('financien', 'finance');
    await name(town.resident, id, { name: 'Een mede-aanvrager' });
    expect((await partiesOf(finance, id)).map(({ role, maskedIban }) => [role, maskedIban])).toEqual([
      ['payee', 'NL•• •••• 6789'],
    ]);
    const end = `/v1/applications/${id}/parties/${named.body.id}/end`;
    expectRefusal(await town.resident.post(end, { version: await versionOf(id) }), 409, 'party-in-force');
  });
});

describe('Who has a legal form', () => {
  it('names a contact person, and no co-applicants or representative', async () => {
    const applicant = { ...collective, kind: 'organisation', kvkNumber: '12345678' };
    const { id } = await submit(town.resident, { applicant });
    expectRefusal(refusal(await name(town.resident, id, {})), 409, 'has-legal-form');
  });
});

describe('The letter of a grant for which somebody else is paid', () => {
  const payee = (iban: string) => ({ role: 'payee', ...person('Hovenier De Verzonnen Tuin'), iban });

  /** An application whose payee said yes, judged to meet every criterion. */
  async function paidElsewhere(iban: string, change: object = {}): Promise<string> {
    town.today('2019-03-04');
    const { id } = await submit(town.resident, { requestedCents: 20_000, ...smallCosts });
    const named = await name(town.resident, id, payee(iban));
    expect((await confirm(gijs, named.body.code)).status).toBe(201);
    if (Object.keys(change).length > 0) {
      const body = { origin: 'applicant', reason: 'De aanvrager gaf een andere rekening op.', ...change };
      const version = await versionOf(id);
      const path = `/v1/applications/${id}/corrections`;
      expect((await town.preparer.post(path, { version, body })).status).toBe(201);
    }
    await assess(town.assessor, { id, version: await versionOf(id) });
    return id;
  }
  const smallCosts = { costs: [{ description: 'Planten', amountCents: 20_000 }] };
  const paymentTextOf = async (id: string) => {
    const grant = (await lettersOf(town.registrar, id)).find(({ kind }) => kind === 'grant')!;
    const preview = await town.registrar.get(`/v1/letters/${grant.id}/preview?sentOn=2019-06-11`);
    return (await readLetter(preview.bytes)).spoken;
  };

  it('names the payee and the end of the account, and the applicant where the account was changed since', async () => {
    const stays = await paidElsewhere('NL02ABNA0123456789');
    const changed = await paidElsewhere('NL02ABNA0123456789', { iban: 'NL91ABNA0417164300' });
    town.today('2019-06-11');
    const list = await prepareList(town.preparer);
    expect((await register(town.registrar, list)).status).toBe(200);
    const letter = await paymentTextOf(stays);
    expect(letter).toContain('6789 van Hovenier De Verzonnen Tuin.');
    expect(letter).not.toContain('uw rekeningnummer');
    const other = await paymentTextOf(changed);
    expect(other).toContain('uw rekeningnummer');
    expect(other).not.toContain('Hovenier');
  });
});
