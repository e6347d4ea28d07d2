import { describe, expect, it } from '@jest/globals';
import {
  sampleCorrection,
  sampleForwarding,
  sampleMerger,
  sampleReduction,
} from '../../../test/support/letter-facts-on-change.ts';
import { textOf } from '../../../test/support/letter-text.ts';
import { cents } from '../../kernel/money.ts';
import { composeLetter } from './compose-letter.ts';
import type { ChangeFacts } from './facts-on-change.ts';

const changed = (change: ChangeFacts) => composeLetter('change-notice', { ...sampleCorrection, change });

describe('A notice that something of an application changed', () => {
  it('tells what was and what is, why, and how to say that it is wrong', () => {
    const model = composeLetter('change-notice', sampleCorrection);
    expect(textOf(model, 'changes')).toContain('was “€ 85,00”, is nu “€ 850,00”');
    expect(textOf(model, 'reasons')).toContain('verkeerd overgenomen.');
    expect(textOf(model, 'responding')).toContain('voordat wij beslissen');
    expect(textOf(model, 'term')).toContain('27 juni 2019');
  });

  it('does not quote a whole story', () => {
    const rows = [{ label: 'Omschrijving', before: 'a'.repeat(3_000), after: 'Kort.' }];
    const text = textOf(changed({ kind: 'correction', rows, reason: 'Verkeerd.' }), 'changes');
    expect(text.length).toBeLessThan(400);
    expect(text).toContain('…');
  });

  it('names both amounts that were agreed, or that the plan became smaller', () => {
    const model = composeLetter('change-notice', sampleReduction);
    expect(textOf(model, 'message')).toContain('€ 600,00 vraagt in plaats van € 850,00');
    expect(textOf(model, 'term')).toContain('staat nu stil');
    const { change } = sampleReduction;
    const smaller = changed({ ...change, toCents: cents(85_000) } as ChangeFacts);
    expect(textOf(smaller, 'message')).toContain('uw plan kleiner wordt');
  });

  it('says under which number a double application goes on, and from which day it counts', () => {
    const model = composeLetter('change-notice', sampleMerger);
    expect(textOf(model, 'message')).toContain('aanvraag LB-2019-000077');
    expect(textOf(model, 'changes')).toContain('29 april 2019');
    expect(textOf(model, 'reasons')).toContain('oud telefoonnummer');
  });

  it('is nothing to object to, and never about nothing', () => {
    const model = composeLetter('change-notice', sampleCorrection);
    expect(model.sections.map(({ name }) => name)).not.toContain('objection');
    expect(() => changed({ kind: 'correction', rows: [], reason: 'Niets.' })).toThrow('changes something');
  });
});

describe('A notice that an application was sent on', () => {
  it('names the body, the article and what it means for the term, and has no objection clause', () => {
    const model = composeLetter('forwarding-notice', sampleForwarding);
    expect(textOf(model, 'message')).toContain('doorgestuurd naar Gedeputeerde staten');
    expect(textOf(model, 'reasons')).toContain('artikel 2:3 van de Algemene wet bestuursrecht');
    expect(textOf(model, 'consequence')).toContain('geen besluit meer');
    expect(model.sections.map(({ name }) => name)).not.toContain('objection');
  });
});
