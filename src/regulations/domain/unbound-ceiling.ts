import { type CalendarDate, formatDutchDate } from '../../kernel/calendar-date.ts';
import { type Cents, formatEuros } from '../../kernel/money.ts';
import type { Ceiling } from './groups/ceiling.ts';
import { bindingCeiling, type PublishedCeiling, type RegulationVersion } from './regulation-version.ts';

/** An application as far as it matters which ceiling binds it. */
export interface CeilingFacts {
  readonly receivedOn: CalendarDate;
  readonly kernCodes?: readonly string[] | undefined;
  readonly themeCode?: string | undefined;
}

type Versions = readonly Pick<RegulationVersion, 'version' | 'document'>[];

/** What a ceiling states by itself for an application; null where it follows from a division or from inhabitants. */
function statedFor(ceiling: Ceiling, { kernCodes = [], themeCode }: CeilingFacts): Cents | null {
  switch (ceiling.kind) {
    case 'fixed-per-kern':
    case 'total-only':
    case 'total-divided':
      return ceiling.amountCents;
    case 'listed-per-kern':
      return ceiling.kernen.find(({ kernCode }) => kernCode === kernCodes[0])?.amountCents ?? null;
    case 'per-theme':
      return ceiling.themes.find(({ code }) => code === themeCode)?.amountCents ?? null;
    case 'per-inhabitant':
      return ceiling.rateCents === 0 ? ceiling.baseCents : null;
    default:
      return null;
  }
}

function publishedCeilings(versions: Versions, facts: CeilingFacts): PublishedCeiling[] {
  return versions.flatMap(({ version, document: { ceiling } }) => {
    const amountCents = statedFor(ceiling, facts);
    return amountCents === null ? [] : [{ version, publishedOn: ceiling.publishedOn, amountCents }];
  });
}

/**
 * Why the ceiling as it stands now may not be held against an application, as a Dutch sentence; null when it may. One
 * that was published after receipt, or lowered since, has no effect on it (Awb 4:27(2)).
 * @param versions of one regulation, oldest first
 */
export function unboundCeiling(versions: Versions, facts: CeilingFacts): string | null {
  const ceilings = publishedCeilings(versions, facts);
  const now = ceilings.at(-1);
  if (now === undefined) return null;
  const binding = bindingCeiling(ceilings, facts.receivedOn);
  if (binding === null) {
    return `Het plafond is pas op ${formatDutchDate(now.publishedOn)} bekendgemaakt, na ontvangst van deze aanvraag, en bindt haar niet (Awb 4:27, tweede lid).`;
  }
  if (binding.amountCents <= now.amountCents) return null;
  return `Voor deze aanvraag geldt nog het plafond van ${formatEuros(binding.amountCents)} uit versie ${binding.version}; de verlaging tot ${formatEuros(now.amountCents)} bindt haar niet (Awb 4:27, tweede lid).`;
}
