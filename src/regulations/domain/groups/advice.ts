import { counted, sentences } from '../dutch-text.ts';
import { choice, count, type Data, flag, list, optional, record, text } from '../schema/vocabulary.ts';

/** Who advises before the decision (Awb 3:5 to 3:9), and how interested people are kept out (Awb 2:4). */
export const adviceSchema = record({
  advisers: list(
    record({
      role: choice(
        ['village-body', 'committee', 'officials', 'residents-meeting', 'jury', 'expert'],
        'Wat voor adviseur.',
      ),
      name: text('Naam of omschrijving.', 200),
      perKern: flag('Of elke kern een eigen adviseur heeft.'),
      binding: flag('Of het advies bindend is.'),
      termWeeks: optional(count('Weken om te adviseren; daarna gaat de behandeling door (Awb 3:6).', 1, 26)),
      informedAfterwards: optional(flag('Of de adviseur alleen achteraf bericht krijgt.')),
    }),
    'Adviseurs.',
    { minItems: 0, maxItems: 20 },
  ),
  conflictOfInterest: choice(
    ['law', 'declared', 'register'],
    'Belangen: alleen de wet, een verklaring per aanvraag, of een register.',
  ),
});

export type Advice = Data<typeof adviceSchema>;

const roles = {
  'village-body': 'dorpsorganisatie',
  committee: 'commissie',
  officials: 'medewerkers',
  'residents-meeting': 'bijeenkomst van inwoners',
  jury: 'jury',
  expert: 'deskundige',
} as const satisfies Record<Advice['advisers'][number]['role'], string>;

const interests = {
  law: 'Wie er zelf belang bij heeft, adviseert niet en beslist niet (Awb 2:4).',
  declared: 'Elke adviseur verklaart per aanvraag dat die er geen belang bij heeft (Awb 2:4).',
  register: 'Belangen van adviseurs staan in een register (Awb 2:4).',
} as const satisfies Record<Advice['conflictOfInterest'], string>;

function adviserSentences(adviser: Advice['advisers'][number]): string[] {
  const { informedAfterwards: after, termWeeks } = adviser;
  return sentences(
    `Advies geeft: ${adviser.name} (${roles[adviser.role]}${adviser.perKern ? ', per kern een eigen' : ''}). Dat advies is ${adviser.binding ? '' : 'niet '}bindend.`,
    termWeeks && `De termijn voor dat advies is ${counted(termWeeks, 'week', 'weken')}.`,
    after !== undefined &&
      (after ? 'Deze adviseur krijgt alleen achteraf bericht.' : 'Deze adviseur krijgt vooraf bericht.'),
  );
}

export function adviceSentences({ advisers, conflictOfInterest }: Advice): string[] {
  const who = advisers.length === 0 ? ['Er is geen vast advies.'] : advisers.flatMap(adviserSentences);
  return [...who, interests[conflictOfInterest]];
}
