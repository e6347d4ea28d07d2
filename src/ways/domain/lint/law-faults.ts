import type { RegulationDocument } from '../../../regulations/domain/regulation-document.ts';
import { bodyOf, isBinding, type Step } from '../step-kinds.ts';
import { roleNames } from '../step-parts.ts';
import { fault, type WayFault } from '../way-fault.ts';

/** Faults against the law that a single step shows: late advice, and who may do what. */
export function lawFaults(steps: readonly Step[], regulation: RegulationDocument | null): WayFault[] {
  return steps.flatMap((step, place) => [...blocking(step, place), ...deciderInWay(step, place, regulation)]);
}

/** What a body does never holds up the decision: not advice (Awb 3:6), nor anything else (Awb 4:13). */
function blocking(step: Step, place: number): WayFault[] {
  if (bodyOf(step) === null || step.whenLate.kind === 'continue') return [];
  const isAdvice = step.kind === 'advice';
  return [
    fault(
      `/steps/${place}/whenLate`,
      isAdvice ? 'late-advice-blocks' : 'late-body-blocks',
      isAdvice
        ? `Een advies dat te laat komt, houdt het besluit niet tegen. "${step.title}" doet dat wel.`
        : `Wat een orgaan van de kern doet, houdt het besluit niet tegen. "${step.title}" doet dat wel.`,
      'Kies "continue".',
      isAdvice ? 'Awb 3:6, tweede lid' : 'Awb 4:13',
    ),
  ];
}

/** Who decides, or registers the decision, has no part in what leads to it. */
function deciderInWay(step: Step, place: number, regulation: RegulationDocument | null): WayFault[] {
  const registers = [
    ...(step.by === 'registrar' ? ['/by'] : []),
    ...(step.whenLate.kind === 'hand-over' && step.whenLate.to === 'registrar' ? ['/whenLate/to'] : []),
  ];
  const faults = registers.map((property) =>
    fault(
      `/steps/${place}${property}`,
      'assessor-decides',
      `"${step.title}" is voor wie het besluit registreert. Beoordelen en beslissen zijn nooit voor dezelfde.`,
      'Kies "kernregisseur" of "assessor".',
      'Awb 2:4, 10:3',
    ),
  );
  return [...faults, ...mandated(step, place, regulation)];
}

/** Under mandate the officer named decides alone, so that a step by that officer would decide as it goes. */
function mandated(step: Step, place: number, regulation: RegulationDocument | null): WayFault[] {
  if (regulation?.decider.kind !== 'mandate' || step.kind === 'proposal') return [];
  const holder = regulation.decider.mandatedTo?.toLowerCase() ?? '';
  if (!holder.includes(roleNames[step.by])) return [];
  return [
    fault(
      `/steps/${place}/by`,
      'assessor-decides',
      `De regeling laat de ${roleNames[step.by]} beslissen; "${step.title}" is dan voor een ander.`,
      'Kies een andere rol.',
      'Awb 2:4, 10:3',
    ),
  ];
}

const bindingGrounds: Readonly<Record<string, (regulation: RegulationDocument) => boolean>> = {
  meeting: ({ distribution, advice }) =>
    (distribution.kind === 'vote' && distribution.place !== 'online') ||
    advice.advisers.some(({ role, binding }) => binding && role === 'residents-meeting'),
  vote: ({ distribution, advice }) =>
    distribution.kind === 'vote' ||
    advice.advisers.some(({ role, binding }) => binding && role === 'residents-meeting'),
  scoring: ({ distribution }) => distribution.kind === 'tender' || distribution.kind === 'committee',
};

/**
 * Binding is only what the regulation makes so: otherwise the step would decide in place of the college.
 * @param kindOf what kind of body a code stands for, as far as that is known
 */
export function bindingFaults(
  steps: readonly Step[],
  regulation: RegulationDocument,
  kindOf: (body: string) => string | null,
): WayFault[] {
  return steps.flatMap((step, place) => {
    if (!isBinding(step) || isGiven(step, regulation, kindOf)) return [];
    return [
      fault(
        `/steps/${place}/binding`,
        'binding-not-given',
        `"${step.title}" zou beslissen in plaats van het college: de regeling maakt deze uitkomst niet bindend.`,
        'Kies false, of wijzig eerst de regeling.',
        'Awb 3:5, 4:26',
      ),
    ];
  });
}

function isGiven(
  step: Step,
  regulation: RegulationDocument,
  kindOf: (body: string) => string | null,
): boolean {
  if (step.kind !== 'advice') return bindingGrounds[step.kind]?.(regulation) ?? false;
  const kind = kindOf(step.body);
  return regulation.advice.advisers.some(({ role, binding }) => binding && (kind === null || role === kind));
}
