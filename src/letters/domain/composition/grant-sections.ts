import { assert } from '../../../kernel/assert.ts';
import { formatEuros } from '../../../kernel/money.ts';
import type { CeilingFacts, FixingFacts, GrantFacts, PaymentFacts } from '../facts.ts';
import type { Block, LetterSection } from '../letter-model.ts';
import { accountSentence } from '../bank-account.ts';
import { day, list, paragraph, rich, sentence, strongDateOf, withoutStop } from '../rich-text.ts';
import { amountTable, cutReasons } from './amount-table.ts';
import { reasonBlocks } from './decision-sections.ts';

/** What may be done with the money, where and when (Awb 4:30). */
export function activitySection(facts: GrantFacts): LetterSection {
  const { firstDay, lastDay } = facts.period;
  const period =
    firstDay === lastDay ? `op ${day(firstDay)}` : `van ${day(firstDay)} tot en met ${day(lastDay)}`;
  return {
    name: 'activity',
    heading: 'Waarvoor is het geld?',
    blocks: [
      paragraph`${sentence(facts.activity)} U doet dit in de kern ${facts.kernName}, ${period}. U mag het geld alleen hiervoor gebruiken.`,
    ],
  };
}

/**
 * The computation as a table that adds up, followed by why amounts were left out (Awb 4:31, 3:46).
 * @param explained the ceiling, when the letter has told already why it left an amount out
 * @throws an assertion when rows do not add up to the grant or a row below zero gives no reason.
 */
export function computationSection(facts: GrantFacts, explained: CeilingFacts | null = null): LetterSection {
  return {
    name: 'computation',
    heading: 'Hoe hebben wij het bedrag berekend?',
    blocks: [
      amountTable(facts.computation, { label: 'Uw subsidie', amountCents: facts.grantedCents }),
      ...cutReasons(facts.computation, 'Dit rekenen wij niet mee:', explained?.article),
    ],
  };
}

export function grantReasonsSection(facts: GrantFacts): LetterSection {
  return {
    name: 'reasons',
    heading: 'Waarom krijgt u subsidie?',
    blocks: [
      paragraph`Wij hebben uw aanvraag getoetst aan de voorwaarden van ${facts.schemeName}. Uw aanvraag voldoet daaraan:`,
      ...reasonBlocks(facts.reasons),
    ],
  };
}

/** Obligations, each with its basis (Awb 4:37-4:39), and the duty to tell what changes. */
export function obligationsSection(facts: GrantFacts): LetterSection {
  return {
    name: 'obligations',
    heading: 'Wat vragen wij van u?',
    blocks: [
      list([
        ...facts.obligations.map(({ text, basis }) => rich`${withoutStop(text)} (${basis}).`),
        rich`Verandert er iets, of gaat het niet door? Laat het ons meteen weten. Wij kijken dan samen wat dat betekent voor de subsidie.`,
      ]),
    ],
  };
}

function account(payment: PaymentFacts): string {
  switch (payment.receiver ?? 'applicant') {
    case 'applicant':
      return accountSentence(payment);
    case 'third-party-on-invoice':
      return 'Wij betalen de rekening van uw leverancier. Stuur ons die rekening.';
    case 'village-body':
      return 'Wij betalen aan de dorpsorganisatie. Van haar krijgt u het geld.';
    case 'applicant-or-third-party':
      return `${accountSentence(payment)} Moet het geld naar een leverancier? Stuur ons dan de rekening.`;
  }
}

function paymentBlocks(payment: PaymentFacts, grantedCents: GrantFacts['grantedCents']): Block[] {
  const to = account(payment);
  switch (payment.kind) {
    case 'at-once':
      return [
        paragraph`Wij betalen ${formatEuros(grantedCents)} uiterlijk op ${strongDateOf('lastPaymentDay')}. ${to}`,
      ];
    case 'advance':
      assert(payment.advanceCents <= grantedCents, 'an advance is at most the grant');
      return [
        paragraph`U krijgt een voorschot van ${formatEuros(payment.advanceCents)}. Dat is geld vooraf. Wij betalen het uiterlijk op ${strongDateOf('lastPaymentDay')}. ${to} De rest betalen wij als het bedrag definitief is.`,
      ];
    case 'advance-when-asked':
      assert(payment.advanceCents <= grantedCents, 'an advance is at most the grant');
      return [
        paragraph`Hebt u vooraf geld nodig? Vraag ons dan om een voorschot. U kunt hoogstens ${formatEuros(payment.advanceCents)} vooraf krijgen. ${to} De rest betalen wij als het bedrag definitief is.`,
      ];
    case 'instalments':
      return [
        paragraph`Wij betalen in delen:`,
        list(
          payment.parts.map(
            ({ amountCents, when }) => rich`${formatEuros(amountCents)}: ${withoutStop(when)}.`,
          ),
        ),
        paragraph`${to}`,
      ];
    case 'after-account':
      return [
        paragraph`Wij betalen nadat u hebt laten zien wat u hebt gedaan en wat het heeft gekost. Hieronder leest u hoe. ${to}`,
      ];
  }
}

/** When the money comes: within six weeks unless the regulation names a later moment (Awb 4:52, 4:87, 4:95). */
export function paymentSection(facts: GrantFacts): LetterSection {
  return {
    name: 'payment',
    heading: 'Wanneer krijgt u het geld?',
    blocks: paymentBlocks(facts.payment, facts.grantedCents),
  };
}

type Fixed<Kind extends FixingFacts['kind']> = Extract<FixingFacts, { kind: Kind }>;

function proofSection(fixing: Fixed<'fixed-directly'>): LetterSection {
  return {
    name: 'proof',
    heading: 'Bewaar uw bewijzen',
    blocks: [
      paragraph`Het bedrag staat nu vast. De wet noemt dat vaststelling. U hoeft ons achteraf geen verslag of rekening te sturen (artikelen 4:42 tot en met 4:47 van de Algemene wet bestuursrecht).`,
      paragraph`Wij controleren wel een deel van de aanvragen. Bewaar daarom ${fixing.keepProofYears} jaar uw bonnen en foto’s. Hebt u de activiteit niet gedaan, of klopt uw informatie niet? Dan kunnen wij dit besluit intrekken of veranderen en het geld terugvragen (artikelen 4:49 en 4:57 van de Algemene wet bestuursrecht).`,
    ],
  };
}

const amountRules = {
  fixed: 'Hebt u gedaan wat in deze brief staat? Dan krijgt u het hele bedrag, ook als u goedkoper uit was.',
  'actual-costs':
    'Vallen de kosten lager uit? Dan wordt de subsidie ook lager. De subsidie wordt nooit hoger.',
} as const satisfies Record<Fixed<'account-afterwards'>['amountRule'], string>;

function accountSection(fixing: Fixed<'account-afterwards'>): LetterSection {
  return {
    name: 'account',
    heading: 'Hoe laat u zien wat u hebt gedaan?',
    blocks: [
      paragraph`Het bedrag in deze brief is het hoogste bedrag dat u kunt krijgen. Na afloop bepalen wij het precieze bedrag. De wet noemt dat vaststelling (artikelen 4:42 tot en met 4:47 van de Algemene wet bestuursrecht). ${amountRules[fixing.amountRule]}`,
      paragraph`Stuur ons uiterlijk op ${day(fixing.accountDueOn)}:`,
      list(fixing.evidence.map((evidence) => rich`${evidence}`)),
      paragraph`Krijgen wij niets van u? Dan sturen wij een herinnering. Daarna bepalen wij het bedrag zonder uw informatie. Het kan dan lager worden.`,
    ],
  };
}

export function fixingSection(fixing: FixingFacts): LetterSection {
  return fixing.kind === 'fixed-directly' ? proofSection(fixing) : accountSection(fixing);
}

/** "U krijgt € …" or "U krijgt hoogstens € …", as far as the amount is final. */
export function grantedAmount(facts: GrantFacts): string {
  const atMost = facts.fixing.kind === 'fixed-directly' ? '' : 'hoogstens ';
  return `U krijgt ${atMost}${formatEuros(facts.grantedCents)}`;
}
