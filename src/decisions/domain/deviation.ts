import type { InputFault } from '../../kernel/domain-error.ts';
import { type Cents, cents, zeroCents } from '../../kernel/money.ts';
import type { Proposal } from './proposal-facts.ts';
import type { Deviation } from './proposed-otherwise.ts';
import type { LineResolution, ResolvedLine } from './resolution.ts';
import { resolveLine } from './resolution.ts';

interface ProposedLine {
  readonly applicationId: string;
  readonly proposal: Proposal;
}

/** What the line proposes with the deviation of officials in it. */
export function proposedCents({
  proposal,
  deviation,
}: {
  proposal: Proposal;
  deviation: Deviation | null;
}): Cents {
  return deviation?.grantedCents ?? proposal.grantedCents;
}

/**
 * Whether a line proposes otherwise than is computed. Who goes back from what was proposed in the way of working to what is
 * computed names that with a reason, and does not differ.
 */
export function deviates({
  proposal,
  deviation,
}: {
  proposal: Proposal;
  deviation: Deviation | null;
}): boolean {
  if (deviation === null) return false;
  return deviation.kind !== proposal.kind || deviation.grantedCents !== proposal.grantedCents;
}

/** What an amount takes of the money that is left: of a changed decision only what is added. */
export function addedCents({ earlierCents = zeroCents }: Proposal, grantedCents: Cents): Cents {
  return cents(grantedCents - earlierCents);
}

/** What became of a line: as the college decided, and else as officials proposed. */
export function resolveProposed(
  line: { proposal: Proposal; deviation: Deviation | null },
  resolution: LineResolution,
): ResolvedLine | null {
  const { proposal, deviation } = line;
  const isOtherwise = resolution.outcome === 'as-proposed' && deviates(line);
  const effective: LineResolution =
    isOtherwise && deviation ? { outcome: 'changed', ...deviation } : resolution;
  const resolved = resolveLine(proposal, effective);
  if (typeof resolved === 'string') throw new Error('Contradictions were refused before');
  return resolved;
}

/**
 * What an amount takes of the money at the most, as computed or as decided: who decides on less than was computed leaves the
 * rest to the others, and that is no reason to wait for them.
 */
export function mostAdded(proposal: Proposal, grantedCents: Cents): Cents {
  return cents(Math.max(addedCents(proposal, proposal.grantedCents), addedCents(proposal, grantedCents)));
}

const texts = {
  'not-on-list': 'Over deze aanvraag kan nog niet worden besloten.',
  twice: 'Deze aanvraag staat er twee keer.',
  'amount-does-not-fit-kind':
    'Een afwijzing is nul euro, een verlening meer dan nul en een gedeeltelijke verlening minder dan gevraagd.',
  'more-than-requested': 'Er kan niet meer worden gegeven dan is gevraagd.',
  'not-complete': 'Deze aanvraag is nooit compleet geworden; dan kan zij niet worden verleend.',
  'not-in-favour': 'Een gewijzigd besluit geeft meer dan eerder is toegekend. Houd de regel anders aan.',
  'advice-binds': 'Het advies is bindend en negatief: daarvan kan het voorstel niet afwijken.',
} as const;

function bindsAgainst({ reasons }: Proposal): boolean {
  return reasons.some(
    ({ criterionCode, outcome }) => criterionCode === 'binding-advice' && outcome === 'not-met',
  );
}

/** Everything that is wrong with the deviations that officials ask for, at once. */
export function deviationFaults(
  lines: readonly ProposedLine[],
  deviations: readonly (Deviation & { readonly applicationId: string })[],
): InputFault[] {
  const proposals = new Map(lines.map(({ applicationId, proposal }) => [applicationId, proposal]));
  const seen = new Set<string>();
  const faults: InputFault[] = [];
  const add = (index: number, code: keyof typeof texts) =>
    faults.push({ in: 'body', location: `/deviations/${index}`, code, detail: texts[code] });
  deviations.forEach(({ applicationId, ...deviation }, index) => {
    if (seen.has(applicationId)) add(index, 'twice');
    seen.add(applicationId);
    const proposal = proposals.get(applicationId);
    if (proposal === undefined) {
      add(index, 'not-on-list');
      return;
    }
    if (deviation.kind !== 'refusal' && bindsAgainst(proposal)) add(index, 'advice-binds');
    const resolved = resolveLine(proposal, { outcome: 'changed', ...deviation });
    if (typeof resolved === 'string') add(index, resolved);
  });
  return faults;
}
