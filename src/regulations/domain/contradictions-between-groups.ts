import { comparesApplications } from './compared.ts';
import { formatDutchDate, yearOf } from '../../kernel/calendar-date.ts';
import { formatEuros } from '../../kernel/money.ts';
import { ceilingsFor, sumOfCeilings } from './ceilings-for.ts';
import type { Contradiction } from './contradiction.ts';
import type { Ceiling } from './groups/ceiling.ts';
import { lastDayBefore, lastDayOfWindow, periodsOf } from './groups/window.ts';
import { lengthText } from '../../terms/general-terms-act.ts';
import { decisionLength, fewestDecisionDays } from './groups/terms.ts';
import type { RegulationDocument } from './regulation-document.ts';

/** What a document is checked against, beside itself. */
export interface ValidationFacts {
  /** Codes of the kernen that exist in the year of the regulation; null where that is not known. */
  readonly kernCodes: readonly string[] | null;
}

/** Codes of kernen that a document names, each with its place. */
function namedKernen({
  scope,
  ceiling,
  remainder,
  amount,
}: RegulationDocument): { pointer: string; code: string }[] {
  const inScope = scope.kind === 'municipality' ? [] : scope.kernCodes;
  const listed = ceiling.kind === 'listed-per-kern' ? ceiling.kernen : [];
  const sharing = remainder.kind === 'redistribute' ? (remainder.kernCodes ?? []) : [];
  const inTracks = (amount.tracks ?? []).flatMap(({ when }, track) =>
    when.kind === 'kernen'
      ? when.kernCodes.map((code, index) => ({
          pointer: `/amount/tracks/${track}/when/kernCodes/${index}`,
          code,
        }))
      : [],
  );
  return [
    ...inTracks,
    ...inScope.map((code, index) => ({ pointer: `/scope/kernCodes/${index}`, code })),
    ...listed.map(({ kernCode }, index) => ({
      pointer: `/ceiling/kernen/${index}/kernCode`,
      code: kernCode,
    })),
    ...sharing.map((code, index) => ({ pointer: `/remainder/kernCodes/${index}`, code })),
  ];
}

function unknownKernen(document: RegulationDocument, { kernCodes }: ValidationFacts): Contradiction[] {
  if (kernCodes === null) return [];
  return namedKernen(document)
    .filter(({ code }) => !kernCodes.includes(code))
    .map(({ pointer, code }) => ({
      pointer,
      code: 'kern-unknown',
      detail: `Er is geen kern met de code "${code}".`,
      suggestion: `Kies een van: ${kernCodes.slice(0, 40).join(', ')}.`,
    }));
}

/** What the ceiling can be at most for one application, where the document alone says it. */
function highestCeiling(ceiling: Ceiling): number | null {
  switch (ceiling.kind) {
    case 'fixed-per-kern':
    case 'total-only':
    case 'total-divided':
      return ceiling.amountCents;
    case 'listed-per-kern':
      return Math.max(...ceiling.kernen.map((kern) => kern.amountCents));
    case 'per-theme':
      return Math.max(...ceiling.themes.map((theme) => theme.amountCents));
    case 'per-body-kind':
      return Math.max(...ceiling.bodies.map((body) => body.amountCents));
    default:
      return null;
  }
}

/** Contradictions between groups: each is sound by itself and together they cannot be carried out. */
export function contradictionsBetweenGroups(
  document: RegulationDocument,
  facts: ValidationFacts,
): Contradiction[] {
  return [
    ...unknownKernen(document, facts),
    ...basesAgainstTotal(document, facts.kernCodes ?? []),
    ...amountAgainstCeiling(document),
    ...ceilingAgainstTotal(document, facts),
    ...impossibleTerms(document),
    ...distributionAgainstWindow(document),
    ...paymentAgainstSettlement(document),
  ];
}

function amountAgainstCeiling({ amount, ceiling }: RegulationDocument): Contradiction[] {
  const most = highestCeiling(ceiling);
  if (most === null || amount.minimumCents === undefined || amount.minimumCents <= most) return [];
  return [
    {
      pointer: '/amount/minimumCents',
      code: 'limits-cannot-be-met',
      detail: `Het minimum per aanvraag (${formatEuros(amount.minimumCents)}) past niet onder het plafond.`,
      suggestion: 'Verlaag het minimum of verhoog het plafond.',
    },
  ];
}

/** What all kernen get first may not be more than there is to divide. */
function basesAgainstTotal(
  { ceiling, scope }: RegulationDocument,
  kernCodes: readonly string[],
): Contradiction[] {
  if (ceiling.kind !== 'total-divided' || ceiling.baseCents === undefined) return [];
  const kernen = scope.kind === 'municipality' ? kernCodes.length : scope.kernCodes.length;
  if (ceiling.baseCents * kernen <= ceiling.amountCents) return [];
  return [
    {
      pointer: '/ceiling/baseCents',
      code: 'limits-cannot-be-met',
      detail: `Elke kern krijgt eerst ${formatEuros(ceiling.baseCents)}; met ${kernen} kernen is dat meer dan het totaal.`,
      suggestion: 'Verlaag "baseCents" of verhoog het totaal.',
    },
  ];
}

function ceilingAgainstTotal(document: RegulationDocument, { kernCodes }: ValidationFacts): Contradiction[] {
  const { ceiling, year } = document;
  if (ceiling.kind !== 'listed-per-kern' || ceiling.totalCents === undefined) return [];
  const codes = kernCodes ?? ceiling.kernen.map((kern) => kern.kernCode);
  const made = ceilingsFor(document, { year, kernen: codes.map((code) => ({ code, inhabitants: null })) });
  if (made.kind !== 'computed' || sumOfCeilings(made.ceilings) >= ceiling.totalCents) return [];
  return [
    {
      pointer: '/ceiling/totalCents',
      code: 'limits-cannot-be-met',
      detail: `De plafonds van de kernen zijn samen ${formatEuros(sumOfCeilings(made.ceilings))}, minder dan het totaal.`,
      suggestion: 'Verlaag "totalCents" of haal het weg: dit totaal wordt nooit bereikt.',
    },
  ];
}

function impossibleTerms(document: RegulationDocument): Contradiction[] {
  const { window, terms } = document;
  const faults: Contradiction[] = [];
  const opensOn = periodsOf(window)[0]?.opensOn;
  const lastDay = lastDayOfWindow(document);
  const { promisedAnswerOn, decisionStartsAt } = terms;
  if (promisedAnswerOn !== undefined && decisionStartsAt === 'window-close' && promisedAnswerOn <= lastDay) {
    faults.push({
      pointer: '/terms/promisedAnswerOn',
      code: 'term-impossible',
      detail: `Een antwoord op ${formatDutchDate(promisedAnswerOn)} kan niet als aanvragen kan tot en met ${formatDutchDate(lastDay)}.`,
      suggestion: 'Beloof een dag na het sluiten van de aanvraagperiode.',
    });
  }
  const { leadTime, activity } = window;
  if (leadTime && activity?.endsBy && opensOn && lastDayBefore(activity.endsBy, leadTime) < opensOn) {
    faults.push({
      pointer: '/window/leadTime',
      code: 'term-impossible',
      detail: `Niemand kan zo lang voor een activiteit aanvragen: die moet klaar zijn op ${formatDutchDate(activity.endsBy)} en aanvragen kan pas vanaf ${formatDutchDate(opensOn)}.`,
      suggestion: 'Open eerder, verkort deze termijn, of laat de activiteit later zijn.',
    });
  }
  document.advice.advisers.forEach(({ termWeeks }, index) => {
    if (termWeeks === undefined || termWeeks * 7 < fewestDecisionDays(terms)) return;
    faults.push({
      pointer: `/advice/advisers/${index}/termWeeks`,
      code: 'term-impossible',
      detail: `Het advies mag ${termWeeks} weken duren, maar wij beslissen binnen ${lengthText(decisionLength(terms))}.`,
      suggestion: 'Geef minder tijd voor het advies, of verleng de beslistermijn.',
    });
  });
  return [...faults, ...yearFaults(document)];
}

function yearFaults({ window, year, ceiling }: RegulationDocument): Contradiction[] {
  const lastYear = ceiling.period?.lastYear ?? year;
  return periodsOf(window).flatMap(({ opensOn }, index) =>
    yearOf(opensOn) > lastYear
      ? [
          {
            pointer: window.kind === 'rounds' ? `/window/rounds/${index}/opensOn` : '/window/opensOn',
            code: 'outside-year',
            detail: `Deze periode begint op ${formatDutchDate(opensOn)}, na het laatste jaar van het plafond (${lastYear}).`,
            suggestion: 'Pas het jaar aan, of geef het plafond meer jaren ("period").',
          },
        ]
      : [],
  );
}

function distributionAgainstWindow({
  distribution,
  window,
  terms,
  ceiling,
}: RegulationDocument): Contradiction[] {
  const faults: Contradiction[] = [];
  const endless = window.kind === 'rolling' && window.closesOn === undefined;
  if (distribution.moment === 'after-window-closes' && endless) {
    faults.push({
      pointer: '/distribution/moment',
      code: 'term-impossible',
      detail: 'Beslissen na het sluiten van de aanvraagperiode kan niet als die nooit sluit.',
      suggestion: 'Kies "as-they-come", of geef de aanvraagperiode een laatste dag.',
    });
  }
  if (terms.decisionStartsAt === 'window-close' && endless) {
    faults.push({
      pointer: '/terms/decisionStartsAt',
      code: 'term-impossible',
      detail: 'De beslistermijn begint nooit als de aanvraagperiode nooit sluit.',
      suggestion: 'Kies "receipt", of geef de aanvraagperiode een laatste dag.',
    });
  }
  const compares = comparesApplications(distribution);
  if (compares && distribution.moment === 'as-they-come' && window.kind !== 'first-round-then-rolling') {
    faults.push({
      pointer: '/distribution/moment',
      code: 'comparison-needs-close',
      detail: 'Wie aanvragen met elkaar vergelijkt, kan pas beslissen als alle aanvragen binnen zijn.',
      suggestion: 'Kies "after-window-closes".',
    });
  }
  if (distribution.within === 'theme' && ceiling.kind !== 'per-theme') {
    faults.push({
      pointer: '/distribution/within',
      code: 'limits-cannot-be-met',
      detail: 'Er zijn geen thema’s met een eigen plafond.',
      suggestion: 'Kies een plafond per thema, of verdeel per kern of over de hele regeling.',
    });
  }
  return faults;
}

function paymentAgainstSettlement({ payment, settlement }: RegulationDocument): Contradiction[] {
  if (settlement.fixed !== 'directly' || (payment.kind !== 'afterwards' && payment.kind !== 'advance'))
    return [];
  return [
    {
      pointer: '/payment/kind',
      code: 'payment-contradicts-settlement',
      detail:
        'Wie de bijdrage meteen vaststelt, kent geen voorschot en geen declaratie: het bedrag staat dan al vast.',
      suggestion: 'Kies "at-once" of "instalments", of laat de vaststelling volgen op een verantwoording.',
    },
  ];
}
