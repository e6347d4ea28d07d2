import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleAcknowledgement, sampleGrant } from '../../../../test/support/letter-facts.ts';
import { composeSamples } from '../../../../test/support/letter-samples.ts';
import { textOf } from '../../../../test/support/letter-text.ts';
import { letterFaults } from '../check-letter.ts';
import { composeLetter } from '../compose-letter.ts';
import { letterKinds } from '../letter-kind.ts';
import { templateFaults } from './check-template.ts';
import type { LetterTemplate, TemplateSection } from './letter-template.ts';
import { placeholdersOf } from './placeholders.ts';

const standard = { kind: 'standard' } as const;
const text = (words: string) => ({ kind: 'text', text: words }) as const;

function template(
  sections: readonly TemplateSection[],
  kind: LetterTemplate['kind'] = 'grant',
): LetterTemplate {
  return { kind, subject: null, sections };
}

const codes = (each: LetterTemplate) => templateFaults(each).map(({ pointer, code }) => `${pointer} ${code}`);

const warm = template([
  { name: 'message', heading: null, blocks: [text('Wat een mooi plan, {planTitle}!'), standard] },
  { name: 'reasons', heading: 'Waarom wij ja zeggen', blocks: [standard, text('Wij kijken ernaar uit.')] },
  {
    name: 'own-text',
    heading: 'Kom ook kijken',
    blocks: [{ kind: 'list', items: ['in {kernName}', 'bij ons'] }],
  },
]);

describe('the words of a municipality', () => {
  it('stand in the letter beside what the law wants', () => {
    const letter = composeLetter('grant', { ...sampleGrant, templates: { grant: warm } });
    expect(textOf(letter, 'message')).toMatch(
      /^Wat een mooi plan, Samen eten onder de lindebomen!\nU krijgt/,
    );
    expect(letter.sections.find(({ name }) => name === 'reasons')?.heading).toBe('Waarom wij ja zeggen');
    expect(textOf(letter, 'reasons')).toContain('handtekeningen van 34 bewoners');
    expect(textOf(letter, 'own-text')).toBe('in Vogelhoek\nbij ons');
    const plain = composeLetter('grant', sampleGrant);
    const kept = letter.sections.map(({ name }) => name).filter((name) => name !== 'own-text');
    expect([...kept].sort()).toEqual(plain.sections.map(({ name }) => name).sort());
    expect(letterFaults(letter)).toEqual([]);
  });

  it('fill in dates that follow from sending, when the letter is sent', () => {
    const sections = [
      {
        name: 'message',
        heading: null,
        blocks: [standard, text('Bewaar deze brief tot {lastObjectionDay}.')],
      },
    ] as const;
    const letter = composeLetter('grant', { ...sampleGrant, templates: { grant: template(sections) } });
    expect(textOf(letter, 'message')).toContain('Bewaar deze brief tot {lastObjectionDay}.');
  });

  it('never interpret what an applicant wrote', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}a-zA-Z<>$%&]{1,40}$/), (applicationTitle) => {
        const letter = composeLetter('grant', {
          ...sampleGrant,
          applicationTitle,
          templates: { grant: warm },
        });
        expect(textOf(letter, 'message')).toContain(`Wat een mooi plan, ${applicationTitle}!`);
      }),
    );
  });

  it('leave out what a case does not have', () => {
    const advised = template([{ name: 'advice', heading: 'Advies', blocks: [standard] }]);
    const letter = composeLetter('grant', { ...sampleGrant, advice: [], templates: { grant: advised } });
    expect(letter.sections.map(({ name }) => name)).not.toContain('advice');
  });
});

describe('a template is refused', () => {
  it('with every fault at once, each with its place', () => {
    const bad = template([
      { name: 'own-text', heading: '', blocks: [text('{onbekend} en {lastResponseDay}')] },
      { name: 'message', heading: 'Kop', blocks: [text('Een { te veel')] },
      { name: 'reasons', heading: 'Waarom', blocks: [text('Omdat het kan.')] },
      { name: 'objection', heading: 'Bezwaar', blocks: [text('Daar beginnen wij niet aan.')] },
      { name: 'missing', heading: 'Wat missen wij?', blocks: [] },
      { name: 'reasons', heading: 'Nog eens', blocks: [standard, standard] },
    ]);
    expect(codes(bad).sort()).toEqual([
      '/sections/0/blocks/0/text placeholder-not-in-this-letter',
      '/sections/0/blocks/0/text placeholder-unknown',
      '/sections/0/heading heading-missing',
      '/sections/1 opening-not-first',
      '/sections/1/blocks clause-missing',
      '/sections/1/blocks/0/text brace-without-partner',
      '/sections/1/heading heading-not-allowed',
      '/sections/2/blocks reason-missing',
      '/sections/3/blocks objection-missing',
      '/sections/4 section-not-in-this-letter',
      '/sections/5 section-twice',
      '/sections/5/blocks standard-twice',
    ]);
  });

  it('when a letter that decides nothing would tell how to object', () => {
    const bad = template(
      [{ name: 'objection', heading: 'Bezwaar', blocks: [text('U kunt bezwaar maken.')] }],
      'intention',
    );
    expect(codes(bad)).toEqual(['/sections/0 objection-not-allowed']);
  });
});

describe('every kind of letter', () => {
  it('stays lawful when every section is worded anew', () => {
    const samples = composeSamples();
    for (const kind of letterKinds) {
      const sections = samples[kind]!.sections.map(({ name, heading }) => ({
        ...{ name, heading: heading === null ? null : `Anders: ${heading}` },
        blocks: [
          standard,
          text(
            placeholdersOf(kind)
              .map((each) => `{${each}}`)
              .join(' '),
          ),
        ],
      }));
      expect(codes(template(sections, kind))).toEqual([]);
    }
    const acknowledgement = template(
      [{ name: 'term', heading: 'Wanneer?', blocks: [standard] }],
      'acknowledgement',
    );
    const letter = composeLetter('acknowledgement', {
      ...sampleAcknowledgement,
      templates: { acknowledgement },
    });
    expect(letterFaults(letter)).toEqual([]);
  });
});
