import { assert } from '../../../kernel/assert.ts';
import { type Cents, formatEuros, subtractCents, zeroCents } from '../../../kernel/money.ts';
import type { AccountFacts, FinalFixingFacts } from '../facts-after-grant.ts';
import { accountSentence, type PaidAccount } from '../bank-account.ts';
import { decisionSignature, frameLetter, legalBasisSection } from '../letter-frame.ts';
import type { Block, LetterModel, LetterSection } from '../letter-model.ts';
import { objectionClause } from '../objection-clause.ts';
import { day, list, paragraph, rich, sentence, strong, strongDateOf } from '../rich-text.ts';
import { amountTable, cutReasons } from './amount-table.ts';

const act = 'de Algemene wet bestuursrecht';

function accountText(account: AccountFacts): Block {
  switch (account.kind) {
    case 'received':
      return paragraph`Op ${day(account.receivedOn)} kregen wij van u bericht over wat u hebt gedaan en wat het heeft gekost. Dit hebben wij daarin gezien:`;
    case 'not-received':
      return paragraph`U moest ons uiterlijk op ${day(account.dueOn)} laten weten wat u hebt gedaan. Op ${day(account.remindedOn)} hebben wij u daaraan herinnerd. Wij hebben niets gekregen. Daarom bepalen wij het bedrag zonder uw informatie (artikel 4:47 van ${act}). Dit weten wij:`;
    case 'not-asked':
      return paragraph`U hoefde ons geen verslag te sturen. Wij bepalen het bedrag zelf (artikel 4:47 van ${act}). Dit weten wij:`;
  }
}

function sumOf(facts: FinalFixingFacts): string {
  const { fixedCents, grant } = facts;
  if (fixedCents === 0)
    return `U hebt geen recht meer op subsidie: het bedrag is definitief ${formatEuros(zeroCents)}.`;
  const compared = fixedCents === grant.grantedCents ? ' Dat is wat wij u hebben toegezegd.' : '';
  return `Uw subsidie is definitief ${formatEuros(fixedCents)}.${compared}`;
}

/** What it comes to for the reader, after what was paid before. */
function balanceSentence({ fixedCents, advancesCents }: FinalFixingFacts): string {
  const balance = subtractCents(fixedCents, advancesCents);
  if (balance > 0) return `U krijgt nog ${formatEuros(balance)} van ons.`;
  if (balance < 0) return `U hebt ${formatEuros(negated(balance))} te veel gekregen.`;
  return fixedCents === 0 ? 'U hoeft niets terug te betalen.' : 'Dat hebt u al gekregen.';
}

function settlementHeading(balance: Cents): string {
  if (balance > 0) return 'Wat krijgt u nog?';
  return balance < 0 ? 'Wat moet u terugbetalen?' : 'Krijgt u nog geld?';
}

function negated(amountCents: Cents): Cents {
  return subtractCents(zeroCents, amountCents);
}

function opposite<Row extends { readonly amountCents: Cents }>(row: Row): Row {
  return { ...row, amountCents: negated(row.amountCents) };
}

/** What is still paid, or what the applicant has had too much: claimed back in a decision of its own (Awb 4:57). */
function settlement(facts: FinalFixingFacts): LetterSection {
  const { fixedCents, advancesCents, payeeName = null } = facts;
  const balance = subtractCents(fixedCents, advancesCents);
  const due = { label: 'Definitieve subsidie', amountCents: fixedCents };
  const had = { label: payeeName === null ? 'Al aan u betaald' : 'Al betaald', amountCents: advancesCents };
  const table =
    balance < 0
      ? amountTable([had, opposite(due)], { label: 'U hebt te veel gekregen', amountCents: negated(balance) })
      : amountTable([due, opposite(had)], { label: 'U krijgt nog', amountCents: balance });
  return {
    name: 'payment',
    heading: settlementHeading(balance),
    blocks: [...(advancesCents === 0 ? [] : [table]), ...balanceText(balance, facts)],
  };
}

function balanceText(balance: Cents, account: PaidAccount): Block[] {
  if (balance === 0) return [paragraph`U krijgt geen geld meer en u hoeft niets terug te betalen.`];
  if (balance < 0) {
    return [
      paragraph`Wij vragen u om ${formatEuros(negated(balance))} terug te betalen. Daarover krijgt u een eigen brief, met hoe en wanneer u kunt betalen. Wacht met betalen tot u die brief hebt.`,
    ];
  }
  return [
    paragraph`Wij betalen ${formatEuros(balance)} uiterlijk op ${strongDateOf('lastPaymentDay')}. ${accountSentence(account)}`,
  ];
}

/**
 * Vaststelling: as granted, lower, nil, or ex officio (Awb 4:42-4:47). Only this gives the claim to payment.
 * @throws an assertion when the computation does not add up, when a cut has no reason, or above the grant.
 */
export function composeFinalFixing(facts: FinalFixingFacts): LetterModel {
  const { fixedCents, grant } = facts;
  assert(fixedCents <= grant.grantedCents, 'what is fixed is at most what was granted');
  assert(
    fixedCents === grant.grantedCents || facts.computation.some((row) => row.amountCents < 0),
    'who gets less than was granted reads why',
  );
  return frameLetter('final-fixing', facts, {
    title: 'Besluit tot vaststelling',
    subject: `Definitief besluit over uw subsidie: ${facts.applicationTitle}`,
    signature: decisionSignature(facts),
    sections: [
      {
        name: 'message',
        heading: null,
        blocks: [
          paragraph`${strong(`${sumOf(facts)} ${balanceSentence(facts)}`)} De wet noemt dit vaststelling: het bedrag verandert hierna niet meer, behalve als uw informatie niet klopt.`,
          paragraph`Het gaat om de subsidie uit ${facts.schemeName} voor ‘${facts.applicationTitle}’ in de kern ${facts.kernName}. Op ${day(grant.grantedOn)} hebben wij u daarvoor hoogstens ${formatEuros(grant.grantedCents)} toegezegd.`,
        ],
      },
      {
        name: 'findings',
        heading: 'Wat hebben wij bekeken?',
        blocks: [accountText(facts.account), list(facts.findings.map((text) => rich`${sentence(text)}`))],
      },
      {
        name: 'computation',
        heading: 'Hoe hebben wij het bedrag berekend?',
        blocks: [
          amountTable(facts.computation, { label: 'Definitieve subsidie', amountCents: fixedCents }),
          ...cutReasons(facts.computation, 'Daarom is het bedrag lager:'),
        ],
      },
      settlement(facts),
      legalBasisSection(facts, `artikel 4:46 van ${act}`),
      objectionClause(facts),
    ],
  });
}
