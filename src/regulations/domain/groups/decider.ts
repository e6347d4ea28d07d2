import { formatEuros } from '../../../kernel/money.ts';
import { sentences } from '../dutch-text.ts';
import { type Data, flag, money, optional, record, tag, text, variants } from '../schema/vocabulary.ts';

const hardshipClause = optional(
  flag('Of van de regeling mag worden afgeweken als die onbillijk uitpakt (hardheidsclausule).'),
);

/** Who takes the decision (Awb 10:1 to 10:12). Bodies of residents advise and never decide. */
export const deciderSchema = variants(
  'kind',
  'Wie beslist.',
  record({ kind: tag('college', 'Het college zelf, op een lijst.'), hardshipClause }),
  record({
    kind: tag('mandate', 'Een medewerker namens het college.'),
    mandatedTo: optional(text('Functie van wie het mandaat heeft.', 200)),
    upToCents: optional(money('Tot welk bedrag het mandaat geldt; daarboven beslist het college.')),
    hardshipClause,
  }),
  record({ kind: tag('council', 'De gemeenteraad.'), hardshipClause }),
);

export type Decider = Data<typeof deciderSchema>;

function whoSentences(decider: Decider): string[] {
  switch (decider.kind) {
    case 'college':
      return ['Het college van burgemeester en wethouders beslist zelf, aan de hand van een lijst.'];
    case 'mandate':
      return sentences(
        `${decider.mandatedTo ?? 'Een medewerker'} beslist namens het college van burgemeester en wethouders.`,
        decider.upToCents !== undefined &&
          `Boven ${formatEuros(decider.upToCents)} beslist het college zelf.`,
      );
    case 'council':
      return ['De gemeenteraad beslist.'];
  }
}

export function deciderSentences(decider: Decider): string[] {
  const { hardshipClause: hardship } = decider;
  return sentences(
    ...whoSentences(decider),
    hardship !== undefined &&
      (hardship
        ? 'Van de regeling kan worden afgeweken als die onbillijk uitpakt.'
        : 'Van de regeling kan niet worden afgeweken.'),
  );
}
