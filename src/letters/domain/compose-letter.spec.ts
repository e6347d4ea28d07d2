import { describe, expect, it } from '@jest/globals';
import {
  sampleAcknowledgement,
  sampleCeiling,
  sampleCompletionRequest,
  sampleGrant,
  sampleGrantToPayee,
  sampleGrantWithAccount,
  sampleLeftUntreated,
  samplePartialGrant,
  sampleRefusal,
} from '../../../test/support/letter-facts.ts';
import { composeSamples } from '../../../test/support/letter-samples.ts';
import { textOf } from '../../../test/support/letter-text.ts';
import { cents } from '../../kernel/money.ts';
import { composeLetter } from './compose-letter.ts';
import type { LetterModel } from './letter-model.ts';
import type { SectionName } from './section-name.ts';

function names(model: LetterModel): SectionName[] {
  return model.sections.map((section) => section.name);
}

describe('every letter', () => {
  it('starts with the message, without a heading above it', () => {
    for (const model of Object.values(composeSamples())) {
      expect(model.sections[0]).toMatchObject({ name: 'message', heading: null });
    }
  });

  it('is plain JSON that survives storing', () => {
    for (const model of Object.values(composeSamples())) {
      expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    }
  });

  it('has a title without personal data', () => {
    for (const model of Object.values(composeSamples())) {
      expect(model.title).toMatch(/^[A-Z][a-z ]+ LB-2019-000123$/);
    }
  });

  it('tells how to object when it is a decision, and only then', () => {
    const open = Object.entries(composeSamples()).filter(([, model]) => names(model).includes('objection'));
    expect(open.map(([name]) => name).sort()).toEqual([
      'final-fixing',
      'final-fixing-ex-officio',
      'final-fixing-lower',
      'final-fixing-nil',
      'grant',
      'grant-change',
      'grant-change-amount',
      'grant-to-payee',
      'grant-with-account',
      'left-untreated',
      'partial-grant',
      'penalty-decision',
      'recovery',
      'refusal',
      'refusal-on-ceiling',
    ]);
  });

  it('keeps what applicants wrote as text, also when it looks like a placeholder or markup', () => {
    const title = '${strong("x")} <b>{sentOn}</b> & {{naam}}';
    const model = composeLetter('grant', { ...sampleGrant, applicationTitle: title });
    expect(model.subject).toBe(`Besluit over uw aanvraag: ${title}`);
    expect(textOf(model, 'message')).toContain(`‘${title}’`);
  });
});

describe('the objection clause', () => {
  const text = textOf(composeLetter('refusal', sampleRefusal), 'objection');

  it('gives six weeks, the last day, and the day of sending', () => {
    expect(text).toContain('binnen zes weken');
    expect(text).toContain('tot en met {lastObjectionDay}');
    expect(text).toContain('{sentOn}');
  });

  it('says where to, what to write, that it is free and that the decision stays in force', () => {
    expect(text).toContain('www.lindenrade.example/bezwaar');
    expect(text).toContain('Postbus 10');
    expect(text).toContain('waarom u het niet eens bent');
    expect(text).toContain('Bezwaar maken is gratis');
    expect(text).toContain('Het besluit blijft gelden');
  });

  it('offers a call first and provisional relief when it is urgent', () => {
    expect(text.indexOf('Bel ons dan eerst')).toBe(0);
    expect(text).toContain('voorlopige voorziening');
    expect(text).toContain('rechtbank Rivierland');
  });
});

describe('an acknowledgement', () => {
  const model = composeLetter('acknowledgement', sampleAcknowledgement);

  it('says when it was received, on the clock of the Netherlands, and under which number', () => {
    expect(textOf(model, 'message')).toContain('2 mei 2019 om 14:05 uur');
    expect(textOf(model, 'message')).toContain('LB-2019-000123');
    expect(textOf(model, 'message')).toContain('kern Vogelhoek');
  });

  it('gives a copy of what was sent, with the documents', () => {
    expect(textOf(model, 'copy')).toContain('Hoeveel geld vraagt u? | € 750,00');
    expect(textOf(model, 'copy')).toContain('Documenten | begroting.pdf, handtekeningen.pdf');
  });

  it('keeps the legal day and the promised day apart and says that the clock may stop', () => {
    expect(textOf(model, 'term')).toContain('uiterlijk op 26 juli 2019');
    expect(textOf(model, 'term')).toContain(
      'toegezegd dat u eerder antwoord krijgt: uiterlijk op 1 juli 2019',
    );
    expect(textOf(model, 'term')).toContain('staat dan stil');
  });

  it('of paper names the day of the receipt stamp, not the moment at which it was entered', () => {
    const onPaper = composeLetter('acknowledgement', { ...sampleAcknowledgement, channel: 'counter' });
    expect(textOf(onPaper, 'message')).toContain(
      'ontvangen op 2 mei 2019. U gaf de aanvraag af aan de balie.',
    );
  });

  it('promises no money', () => {
    expect(textOf(model, 'message')).toContain('u weet nu nog niet of u geld krijgt');
  });

  it('names no promise when none was made', () => {
    const without = composeLetter('acknowledgement', { ...sampleAcknowledgement, promisedOn: null });
    expect(textOf(without, 'term')).not.toContain('toegezegd');
  });
});

describe('a request to complete', () => {
  const model = composeLetter('completion-request', sampleCompletionRequest);

  it('names what is missing, why, until when and where to', () => {
    expect(textOf(model, 'missing')).toContain('Een begroting met alle kosten. Daarmee kunnen wij berekenen');
    expect(textOf(model, 'message')).toContain('tot en met {lastCompletionDay}');
    expect(textOf(model, 'completing')).toContain('www.lindenrade.example/mijn-aanvraag');
    expect(textOf(model, 'completing')).toContain('twee weken');
  });

  it('says that the clock stops and what happens if nothing comes', () => {
    expect(textOf(model, 'consequence')).toContain('Vanaf {clockStopsOn} staat de termijn stil');
    expect(textOf(model, 'consequence')).toContain('artikel 4:5');
  });
});

describe('a grant', () => {
  it('that is fixed directly, is final and asks to keep proof', () => {
    const model = composeLetter('grant', sampleGrant);
    expect(textOf(model, 'message')).toContain('U krijgt € 625,00 subsidie');
    expect(textOf(model, 'message')).toContain('Dit bedrag staat vast.');
    expect(textOf(model, 'proof')).toContain('Bewaar daarom 5 jaar uw bonnen');
    expect(names(model)).not.toContain('account');
  });

  it('that is accounted for, is a maximum and says what to send until when', () => {
    const model = composeLetter('grant', sampleGrantWithAccount);
    expect(textOf(model, 'message')).toContain('U krijgt hoogstens € 625,00 subsidie');
    expect(textOf(model, 'account')).toContain('uiterlijk op 23 november 2019');
    expect(textOf(model, 'account')).toContain(
      'Vallen de kosten lager uit? Dan wordt de subsidie ook lager.',
    );
    expect(names(model)).not.toContain('proof');
  });

  it('names an article that several criteria share once, and repeats no criterion as its own reason', () => {
    const article = 'artikel 4 van de regeling';
    const met = (criterionText: string, fact: string) =>
      ({ criterionText, fact, article, outcome: 'met' }) as const;
    const reasons = [
      met('Iedereen mag meedoen.', 'Iedereen mag meedoen.'),
      met('Er is steun.', 'Tien buren tekenden.'),
    ];
    expect(textOf(composeLetter('grant', { ...sampleGrant, reasons }), 'reasons')).toContain(
      'Iedereen mag meedoen.\nEr is steun. Tien buren tekenden.\nDeze punten volgen uit artikel 4 van de regeling.',
    );
  });

  it('shows a computation that adds up, and why an amount was left out', () => {
    const text = textOf(composeLetter('grant', sampleGrant), 'computation');
    expect(text).toContain('Kosten volgens uw begroting | € 750,00');
    expect(text).toContain('Alcoholische dranken | € -125,00');
    expect(text).toContain('Uw subsidie | € 625,00');
    expect(text).toContain('Dit volgt uit artikel 6, onder b, van de regeling.');
  });

  it('shows of the bank account only the last four characters', () => {
    const text = textOf(composeLetter('grant', sampleGrant), 'payment');
    expect(text).toContain('rekeningnummer •••• •••• •••• 4300.');
    expect(text).toContain('uiterlijk op {lastPaymentDay}');
  });

  it('names who is paid when that is not the applicant, and that both said yes', () => {
    const text = textOf(composeLetter('grant', sampleGrantToPayee), 'payment');
    expect(text).toContain(
      'Wij maken het bedrag over op rekening •••• •••• •••• 6789 van Hovenier De Verzonnen Tuin. U en Hovenier De Verzonnen Tuin hebben daarmee ingestemd.',
    );
    expect(text).not.toContain('uw rekeningnummer');
  });

  it('is signed by secretary and mayor when the college itself decided', () => {
    const { signature } = composeLetter('grant', sampleGrant);
    expect(signature.authority).toBe('het college van burgemeester en wethouders van Lindenrade,');
    expect(signature.signatories.map(({ title }) => title)).toEqual(['secretaris', 'burgemeester']);
  });

  it('is signed on behalf of the college, with the mandate, when an official decided', () => {
    const model = composeLetter('grant', sampleGrantWithAccount);
    expect(model.signature.authority).toMatch(/^namens het college/);
    expect(model.signature.signatories).toEqual([{ name: 'Ágnes O’Brien', title: 'kernregisseur' }]);
    expect(textOf(model, 'legal-basis')).toContain('Mandaatbesluit 2019');
  });

  it('is not made when the amounts do not add up', () => {
    const facts = { ...sampleGrant, grantedCents: cents(62_501) };
    expect(() => composeLetter('grant', facts)).toThrow('adds up');
  });

  it('is not made when an amount is left out without a reason', () => {
    const computation = sampleGrant.computation.map((row) => ({ ...row, because: null }));
    expect(() => composeLetter('grant', { ...sampleGrant, computation })).toThrow('a reason is given');
  });

  it('is not made without reasons', () => {
    expect(() => composeLetter('grant', { ...sampleGrant, reasons: [] })).toThrow('letter-incomplete');
  });
});

describe('a partial grant on the ceiling', () => {
  const model = composeLetter('partial-grant', samplePartialGrant);

  it('names the ceiling, what was left, the place in the order and the publication', () => {
    const text = textOf(model, 'ceiling');
    expect(text).toContain('€ 2.000,00');
    expect(text).toContain('Over voor uw aanvraag | € 312,50');
    expect(text).toContain('compleet op 28 mei 2019. Op die dag was meer dan één aanvraag compleet.');
    expect(text).toContain('plaats 4');
    expect(text).toContain('artikel 4:25, tweede lid');
    expect(text).toContain('Gemeenteblad 2018, 250124.');
  });

  it('is marked as a sample because a rule is assumed, and says which', () => {
    expect(model.sample).toBe(true);
    expect(textOf(model, 'sample')).toContain('De eerste aanvraag die niet meer past');
  });

  it('is not made for more than what was left', () => {
    const ceiling = { ...sampleCeiling, leftCents: cents(31_249) };
    expect(() => composeLetter('partial-grant', { ...samplePartialGrant, ceiling })).toThrow('at most');
  });
});

describe('a refusal', () => {
  it('gives criterion, fact and article of each ground, and what was met apart', () => {
    const text = textOf(composeLetter('refusal', sampleRefusal), 'reasons');
    expect(text).toContain(
      'De activiteit is open voor alle bewoners. U schrijft dat alleen vrijwilligers van de stichting mogen komen. Dit volgt uit artikel 4, derde lid',
    );
    expect(text.indexOf('Er is draagvlak')).toBeGreaterThan(text.indexOf('Aan deze voorwaarden'));
  });

  it('on the ceiling gives the state of the ceiling', () => {
    const model = composeSamples()['refusal-on-ceiling']!;
    expect(textOf(model, 'message')).toContain('Het geld was op');
    expect(textOf(model, 'ceiling')).toContain('Over voor uw aanvraag | € 0,00');
  });

  it('is not made without any ground', () => {
    expect(() => composeLetter('refusal', { ...sampleRefusal, reasons: [] })).toThrow('rests on');
  });
});

describe('a letter that leaves a request untreated', () => {
  it('says what lacked, when it was asked, and that a new application is possible', () => {
    const model = composeLetter('left-untreated', sampleLeftUntreated);
    expect(textOf(model, 'missing')).toContain('Op 10 mei 2019 hebben wij u gevraagd');
    expect(textOf(model, 'missing')).toContain('Dat kon tot en met 24 mei 2019');
    expect(textOf(model, 'missing')).toContain('Uw rekeningnummer.');
    expect(textOf(model, 'alternatives')).toContain('een nieuwe aanvraag');
  });
});
