import { describe, expect, it } from '@jest/globals';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { sampleSender } from '../../../test/support/letter-facts.ts';
import { textOf } from '../../../test/support/letter-text.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { cents } from '../../kernel/money.ts';
import type { Application } from '../../applications/domain/application.ts';
import type { CompletionRequest } from '../../applications/domain/completion-request.ts';
import type { LetterSender } from '../../letters/domain/letter-sender.ts';
import { composeDecisionLetter, type DecisionLetterFacts } from './decision-letter.ts';
import type { Proposal } from './proposal-facts.ts';
import { cutGrounds } from '../../regulations/domain/cut-grounds.ts';

const sender: LetterSender = {
  facts: sampleSender,
  contact: { name: 'Team Leefbaarheid', phone: '14 0999' },
  digitalAddress: 'www.lindenrade.example/aanvraag',
  college: {
    mayorName: 'B. Bos',
    mayorTitle: 'burgemeester',
    secretaryName: 'S. Smit',
    secretaryTitle: 'secretaris',
  },
};

const application: Application = {
  id: 'application',
  number: 'LB-2019-000007',
  regulationVersionId: 'version',
  kernId: 'kern',
  status: 'complete',
  version: 3,
  channel: 'digital',
  attachmentCounts: {},
  applicant: {
    ...{ kind: 'organisation', name: 'Stichting De Vlinder', street: 'Kerkpad', houseNumber: '3' },
    ...{ postcode: '4325 BD', place: 'Vogelhoek', email: null, phone: null, kvkNumber: '12345678' },
    contactPerson: 'J. van ’t Hof',
  },
  ibanLastFour: '4300',
  electronicMessages: false,
  ownerSubject: null,
  receivedAt: new Date('2019-05-02T10:00:00Z'),
  receivedOn: calendarDate('2019-05-02'),
  completedOn: calendarDate('2019-05-28'),
  title: 'Samen eten',
  description: 'Een maaltijd voor {iedereen}.',
  activityStartsOn: calendarDate('2019-08-24'),
  activityEndsOn: calendarDate('2019-08-24'),
  requestedCents: cents(90_000),
  costs: [],
  support: null,
};

const met = {
  ...{ criterionCode: 'meeting', statement: 'Het plan draagt bij aan ontmoeting.', basis: 'artikel 2' },
  ...{ reason: 'Iedereen uit het dorp mag mee-eten.', outcome: 'met' as const },
};
const notMet = {
  ...{ criterionCode: 'not-a-party', statement: 'Het plan is geen feest.', basis: 'artikel 3' },
  ...{ reason: 'U vraagt alleen geld voor een feest.', outcome: 'not-met' as const },
};
const asked = { label: 'U vroeg', amountCents: cents(90_000) };

const proposal: Proposal = {
  kind: 'grant',
  ...{ requestedCents: cents(90_000), grantableCents: cents(90_000), grantedCents: cents(90_000) },
  computation: [asked],
  reasons: [met],
  order: null,
  explanation: '',
};

function letterAbout(
  change: Partial<Proposal>,
  facts: Partial<DecisionLetterFacts> = {},
  changeReason: string | null = null,
) {
  const whole = { ...proposal, ...change };
  const { model } = composeDecisionLetter({
    ...{ application, document: exampleRegulation, kernName: 'Vogelhoek', sender, completionRequests: [] },
    line: { kind: whole.kind, grantedCents: whole.grantedCents, proposal: whole, changeReason },
    ...{ advice: [], allocatedCents: null, handlerName: null },
    basis: { kind: 'college', listId: 'lijst', number: 'B&W 2019-24', date: calendarDate('2019-06-11') },
    replacedSentOn: null,
    ...facts,
  });
  return model;
}

const order = {
  ...{ place: 4, standing: '', completedOn: calendarDate('2019-05-28'), byLot: true },
  ...{ remainderCents: cents(20_000), lackingCents: cents(70_000) },
};

describe('The letter of a decision', () => {
  it('names who advised what, and why the decision is otherwise', () => {
    const advice = ['Dorpsraad: Ongunstig advies.', 'Wij wijken van een advies af. Er is genoeg steun.'];
    expect(textOf(letterAbout({}, { advice }), 'advice')).toContain('Er is genoeg steun.');
    expect(letterAbout({}).sections.map(({ name }) => name)).not.toContain('advice');
  });

  it('on a grant gives the reasons as they were found, and the amount', () => {
    const letter = letterAbout({});
    expect(letter.kind).toBe('grant');
    expect(textOf(letter, 'message')).toContain('U krijgt € 900,00 subsidie voor ‘Samen eten’.');
    expect(textOf(letter, 'reasons')).toContain(
      'Iedereen uit het dorp mag mee-eten. Dit volgt uit artikel 2.',
    );
    expect(textOf(letter, 'legal-basis')).toContain('B&W 2019-24');
  });

  it('goes to an organisation for the attention of its contact person', () => {
    const letter = letterAbout({});
    expect(letter.addresseeLines.slice(0, 2)).toEqual(['Stichting De Vlinder', 'T.a.v. J. van ’t Hof']);
    expect(letter.salutation).toBe('Geachte J. van ’t Hof,');
  });

  it('leaves what the applicant wrote as it is', () => {
    expect(textOf(letterAbout({}), 'activity')).toContain('Een maaltijd voor {iedereen}');
  });

  it('on a part tells the ceiling, what was left, the place in the order and where it was published', () => {
    const computation = [asked, { label: 'Past niet meer', amountCents: cents(-70_000) }];
    const letter = letterAbout({ kind: 'partial-grant', grantedCents: cents(20_000), computation, order });
    expect(letter.kind).toBe('partial-grant');
    const ceiling = textOf(letter, 'ceiling');
    for (const part of ['€ 2.000,00', '€ 200,00', 'plaats 4', 'geloot', 'gmb-voorbeeld', 'artikel 4:25']) {
      expect(ceiling).toContain(part);
    }
    expect(textOf(letter, 'computation')).toContain('Uw subsidie | € 200,00');
  });

  it('on the ceiling of a comparison tells how the plan compared, and what there was in all', () => {
    const letter = letterAbout(
      {
        ...{ kind: 'refusal', grantedCents: cents(0), computation: [] },
        order: { ...order, standing: '61 punten.', remainderCents: cents(0) },
      },
      { allocatedCents: cents(250_000), handlerName: 'Kees Fictief' },
    );
    const ceiling = textOf(letter, 'ceiling');
    for (const part of ['€ 2.500,00', 'uitkomst: 61 punten.', 'kwam even hoog', 'plaats 4']) {
      expect(ceiling).toContain(part);
    }
    expect(letter.handledBy.name).toBe('Kees Fictief');
  });

  it('says of each cut why and by which rule, and of the ceiling once', () => {
    const computation = [
      asked,
      { label: 'Telt niet mee: drank', amountCents: cents(-10_000), because: cutGrounds.excludedCosts },
      { label: 'Past niet meer', amountCents: cents(-60_000), because: cutGrounds.ceiling },
    ];
    const letter = letterAbout({ kind: 'partial-grant', grantedCents: cents(20_000), computation, order });
    expect(textOf(letter, 'computation')).toContain(
      'Telt niet mee: drank. De regeling geeft voor deze kosten geen geld. Dit volgt uit de kosten die',
    );
    expect(textOf(letter, 'computation')).not.toContain('artikel 4:25');
    expect(textOf(letter, 'ceiling')).toContain('artikel 4:25');
  });

  it('on a refusal names each criterion that was not met, and no other', () => {
    const letter = letterAbout({
      kind: 'refusal',
      grantedCents: cents(0),
      computation: [],
      reasons: [met, notMet],
    });
    const reasons = textOf(letter, 'reasons');
    expect(reasons).toContain('Het plan is geen feest. U vraagt alleen geld voor een feest.');
    expect(reasons).not.toContain('ontmoeting');
  });

  it('says in the words of the college why it decided otherwise', () => {
    const letter = letterAbout(
      { kind: 'refusal', grantedCents: cents(0), computation: [] },
      {},
      'Dit hoort bij onderhoud.',
    );
    expect(textOf(letter, 'reasons')).toContain('Dit hoort bij onderhoud.');
    expect(textOf(letter, 'ceiling')).toBe('');
  });

  it('on what was left untreated repeats what was asked, and tells whether applying again is possible', () => {
    const request: CompletionRequest = {
      ...{ id: 'request', applicationId: 'application', letterId: 'letter', answeredOn: null },
      items: [{ what: 'Een begroting', why: 'Om te kunnen rekenen' }],
      ...{ askedOn: calendarDate('2019-05-10'), lastDay: calendarDate('2019-05-24') },
    };
    const unsent = {
      ...request,
      id: 'unsent',
      askedOn: null,
      lastDay: null,
      items: [{ what: 'Een foto', why: 'Voor de sier' }],
    };
    const letter = letterAbout(
      { kind: 'left-untreated', grantedCents: cents(0), computation: [], reasons: [] },
      { completionRequests: [request, unsent] },
    );
    expect(textOf(letter, 'missing')).toContain('Een begroting. Om te kunnen rekenen.');
    expect(textOf(letter, 'missing')).not.toContain('Een foto');
    expect(textOf(letter, 'alternatives')).toContain('Nee. Aanvragen kon tot en met 31 mei 2019.');
  });

  it('keeps proof where the amount is fixed, and asks for an account where it is not', () => {
    expect(textOf(letterAbout({}), 'proof')).toContain('Bewaar daarom 5 jaar uw bonnen');
    const document = {
      ...exampleRegulation,
      settlement: { fixed: 'on-account', accountWeeks: 13, evidence: ['een kort verslag'] },
    } as unknown as DecisionLetterFacts['document'];
    const letter = letterAbout({}, { document });
    expect(textOf(letter, 'account')).toContain('23 november 2019');
    expect(textOf(letter, 'message')).toContain('U krijgt hoogstens € 900,00');
  });

  it('says who is paid where that is not the applicant', () => {
    expect(textOf(letterAbout({}, { payeeName: 'Hovenier Verzonnen' }), 'payment')).toMatch(
      /op rekening .*4300 van Hovenier Verzonnen\./u,
    );
    expect(textOf(letterAbout({}), 'payment')).toContain('uw rekeningnummer');
  });
});
