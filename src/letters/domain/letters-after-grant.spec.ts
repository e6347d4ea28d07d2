import { describe, expect, it } from '@jest/globals';
import {
  sampleChange,
  sampleFixing,
  sampleFixingExOfficio,
  sampleFixingLower,
  sampleFixingNil,
  sampleIntention,
  sampleRecovery,
  sampleWithdrawal,
} from '../../../test/support/letter-facts-after-grant.ts';
import { textOf } from '../../../test/support/letter-text.ts';
import { cents } from '../../kernel/money.ts';
import { composeLetter } from './compose-letter.ts';
import { intentions } from './facts-after-grant.ts';

describe('the decision that fixes a subsidy', () => {
  const fixed = (facts: typeof sampleFixing) => composeLetter('final-fixing', facts);

  it('as granted pays what the advance did not', () => {
    const model = fixed(sampleFixing);
    expect(textOf(model, 'message')).toContain('Uw subsidie is definitief € 625,00. Dat is wat wij u hebben');
    expect(textOf(model, 'payment')).toContain('U krijgt nog | € 125,00');
    expect(textOf(model, 'payment')).toContain('Wij betalen € 125,00 uiterlijk op {lastPaymentDay}');
  });

  it('names who gets what is still paid, where that is not the applicant', () => {
    const text = textOf(fixed({ ...sampleFixing, payeeName: 'Hovenier Verzonnen' }), 'payment');
    expect(text).toContain('4300 van Hovenier Verzonnen.');
    expect(text).not.toContain('aan u betaald');
  });

  it('lower says why, with the article, and announces that money is claimed back', () => {
    const model = fixed(sampleFixingLower);
    expect(textOf(model, 'message')).toContain('definitief € 425,00. U hebt € 75,00 te veel gekregen.');
    expect(textOf(model, 'computation')).toContain('De huur van de tent viel lager uit. U krijgt een deel');
    expect(textOf(model, 'computation')).toContain('artikel 4:46');
    expect(textOf(model, 'payment')).toContain('U hebt te veel gekregen | € 75,00');
    expect(textOf(model, 'payment')).toContain('Wacht met betalen');
  });

  it('at nothing tells that no account came, also not after a reminder', () => {
    const model = fixed(sampleFixingNil);
    expect(textOf(model, 'message')).toContain('U hebt geen recht meer op subsidie');
    expect(textOf(model, 'findings')).toContain('Op 2 december 2019 hebben wij u daaraan herinnerd');
  });

  it('ex officio says that no account was needed, and what is already paid is not asked back', () => {
    const model = fixed(sampleFixingExOfficio);
    expect(textOf(model, 'findings')).toContain('U hoefde ons geen verslag te sturen');
    expect(textOf(model, 'payment')).toContain('u hoeft niets terug te betalen');
  });

  it('is never above the grant, and never lower without a reason', () => {
    expect(() => fixed({ ...sampleFixing, fixedCents: cents(70_000) })).toThrow('at most what was granted');
    expect(() => fixed({ ...sampleFixing, fixedCents: cents(60_000) })).toThrow('reads why');
    const [granted, cut] = sampleFixingLower.computation;
    const computation = [granted!, { ...cut!, because: null }];
    expect(() => fixed({ ...sampleFixingLower, computation })).toThrow('a reason is given');
  });
});

describe('an intention', () => {
  it('has decided nothing yet: it names a day to respond and no objection', () => {
    for (const intention of intentions) {
      const model = composeLetter('intention', { ...sampleIntention, intention });
      expect(textOf(model, 'message')).toContain('Wij hebben nog niets besloten');
      expect(textOf(model, 'message')).toContain('{lastResponseDay}');
      expect(textOf(model, 'objection')).toBe('');
    }
  });

  it('names the facts and the article, and cannot be without', () => {
    const text = textOf(composeLetter('intention', sampleIntention), 'reasons');
    expect(text).toContain('alleen voor genodigden');
    expect(text).toContain('artikelen 4:48 tot en met 4:50');
    expect(() => composeLetter('intention', { ...sampleIntention, grounds: [] })).toThrow('rests on');
  });
});

describe('a withdrawal or change', () => {
  it('answers what the applicant said, word for word', () => {
    const model = composeLetter('grant-change', sampleWithdrawal);
    expect(model.title).toContain('intrekking');
    expect(textOf(model, 'reasons')).toMatch(/^U voldoet niet aan deze voorwaarde:/u);
    expect(textOf(model, 'legal-basis')).toContain('artikel 4:48, eerste lid, onder b, van de Algemene wet');
    expect(textOf(model, 'hearing')).toContain('‘Er waren te weinig tafels voor het hele dorp.’');
    expect(textOf(model, 'hearing')).toContain('Dit vinden wij daarvan. Dat begrijpen wij');
    expect(textOf(model, 'payment')).toContain('Wacht met betalen');
  });

  it('says what is different from now on, and why nobody had to be heard', () => {
    const model = composeLetter('grant-change', sampleChange);
    expect(textOf(model, 'message')).toContain('u krijgt nu hoogstens € 500,00. U houdt de maaltijd');
    expect(textOf(model, 'hearing')).toContain('U hebt zelf om deze verandering gevraagd.');
    expect(textOf(model, 'payment')).toContain('U hoeft niets terug te betalen');
  });
});

describe('a recovery', () => {
  it('names the sum, six weeks, the account, instalments and interest', () => {
    const model = composeLetter('recovery', sampleRecovery);
    const payment = textOf(model, 'payment');
    for (const part of ['€ 75,00', '{lastPaymentDay}', 'NL02 BNGH 0000 0000 00', 'in delen', 'rente']) {
      expect(payment).toContain(part);
    }
    expect(textOf(model, 'computation')).toContain('U betaalt terug | € 75,00');
  });

  it('is refused when its amounts do not add up', () => {
    expect(() => composeLetter('recovery', { ...sampleRecovery, amountCents: cents(7_600) })).toThrow(
      'adds up',
    );
  });
});
