import type { CaseFacts } from './facts.ts';
import type { LetterSection } from './letter-model.ts';
import { address, dateOf, list, paragraph, rich, strong, strongDateOf } from './rich-text.ts';

/** How to object: Awb 3:45, 6:4-6:9 and 6:16; provisional relief: Awb 8:81. */
export function objectionClause(facts: CaseFacts): LetterSection {
  const { sender } = facts;
  return {
    name: 'objection',
    heading: 'Bent u het niet eens met dit besluit?',
    blocks: [
      paragraph`Bel ons dan eerst: ${sender.phone}. Wij leggen het besluit graag uit. Soms is een fout snel hersteld.`,
      paragraph`Bent u het daarna nog steeds niet eens met het besluit? Dan kunt u bezwaar maken. Dat betekent dat u ons vraagt om opnieuw naar het besluit te kijken. Dat kan binnen zes weken nadat wij deze brief hebben verzonden. Wij verzenden de brief op ${dateOf('sentOn')}. U kunt dus bezwaar maken ${strong('tot en met')} ${strongDateOf('lastObjectionDay')}. Bezwaar maken is gratis.`,
      paragraph`Digitaal maakt u bezwaar via ${sender.objection.digitalAddress}. Per post stuurt u uw bezwaar naar:`,
      address([
        `Het ${sender.collegeName} van ${sender.municipalityName}`,
        ...sender.objection.postalAddressLines,
      ]),
      paragraph`Zet in uw bezwaar in ieder geval:`,
      list([
        rich`uw naam en adres;`,
        rich`de datum;`,
        rich`om welk besluit het gaat: noem ons kenmerk ${facts.caseNumber};`,
        rich`waarom u het niet eens bent met het besluit;`,
        rich`uw handtekening, als u een brief stuurt.`,
      ]),
      paragraph`Het besluit blijft gelden zolang wij uw bezwaar behandelen. Kunt u daar niet op wachten? Dan kunt u, naast uw bezwaar, de rechter vragen om een voorlopige voorziening. Dat is een tijdelijke maatregel voor als er haast bij is. U vraagt dit aan bij de voorzieningenrechter van de ${[sender.court.name, ...sender.court.addressLines].join(', ')}. Daarvoor betaalt u kosten: het griffierecht.`,
    ],
  };
}
