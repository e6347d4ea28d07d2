import { assert } from '../../../kernel/assert.ts';
import { formatEuros } from '../../../kernel/money.ts';
import type { RecoveryFacts } from '../facts-after-grant.ts';
import { decisionSignature, frameLetter, legalBasisSection } from '../letter-frame.ts';
import type { Block, LetterModel } from '../letter-model.ts';
import { objectionClause } from '../objection-clause.ts';
import { list, paragraph, rich, strong, strongDateOf } from '../rich-text.ts';
import { amountTable } from './amount-table.ts';
import { reasonBlocks } from './decision-sections.ts';

/** "NL91 ABNA 0417 1643 00": groups of four that stay together on a line. */
function groupsOfFour(iban: string): string {
  return iban.replace(/(.{4})(?=.)/gu, '$1\u00a0');
}

function howToPay({ payTo, instalmentsPossible, amountCents, handledBy }: RecoveryFacts): Block[] {
  const instalments = instalmentsPossible
    ? `Kunt u niet alles in één keer betalen? Bel dan voor die dag met ${handledBy.name}, ${handledBy.phone}. Wij spreken dan af dat u in delen betaalt.`
    : `Lukt het niet om op tijd te betalen? Bel dan voor die dag met ${handledBy.name}, ${handledBy.phone}.`;
  return [
    paragraph`Betaal ${formatEuros(amountCents)} ${strong('uiterlijk op')} ${strongDateOf('lastPaymentDay')}. Dat is zes weken nadat wij deze brief hebben verzonden (artikel 4:87 van de Algemene wet bestuursrecht).`,
    list([
      rich`Rekeningnummer: ${strong(groupsOfFour(payTo.iban))}`,
      rich`Op naam van: ${payTo.holder}`,
      rich`Zet erbij: ${payTo.reference}`,
    ]),
    paragraph`${instalments}`,
    paragraph`Betaalt u te laat? Dan moet u ook wettelijke rente betalen, vanaf de dag na die datum (artikelen 4:97 en 4:98 van de Algemene wet bestuursrecht).`,
  ];
}

/**
 * Terugvordering (Awb 4:57): the sum, until when, to which account, instalments and interest.
 * @throws an assertion when the rows do not add up to the sum, or when there is nothing to pay back.
 */
export function composeRecovery(facts: RecoveryFacts): LetterModel {
  const { amountCents } = facts;
  assert(amountCents > 0, 'there is something to pay back');
  assert(facts.reasons.length > 0, 'money is claimed back for a reason');
  return frameLetter('recovery', facts, {
    title: 'Besluit tot terugvordering',
    subject: `U moet subsidie terugbetalen: ${facts.applicationTitle}`,
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(`U moet ${formatEuros(amountCents)} terugbetalen.`)} Dat is subsidie die u hebt gekregen uit ${facts.schemeName} voor ‘${facts.applicationTitle}’, en waar u geen recht op hebt. De wet noemt dit terugvordering.`,
        ],
      },
      { name: 'reasons', heading: 'Waarom moet u terugbetalen?', blocks: reasonBlocks(facts.reasons) },
      {
        name: 'computation',
        heading: 'Hoe hebben wij het bedrag berekend?',
        blocks: [amountTable(facts.computation, { label: 'U betaalt terug', amountCents })],
      },
      { name: 'payment', heading: 'Hoe en wanneer betaalt u?', blocks: howToPay(facts) },
      legalBasisSection(facts, 'artikel 4:57 van de Algemene wet bestuursrecht'),
      objectionClause(facts),
    ],
  });
}
