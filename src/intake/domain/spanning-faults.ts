import type { InputFault } from '../../kernel/domain-error.ts';
import type { Scope } from '../../regulations/domain/groups/scope.ts';
import { coversKern } from '../../regulations/domain/groups/scope.ts';

/** A kern of a plan for several, as somebody sent it. */
export interface SentKern {
  readonly kernCode: string;
  readonly weight?: number | undefined;
}

/** What is known of the kernen of a plan. */
export interface KernenFacts {
  /** The kern for which the application is sent. */
  readonly kernCode: string;
  /** The kernen that there are on the day of receipt, by code, with their inhabitants where those were recorded. */
  readonly known: ReadonlyMap<string, number | null>;
}

const keyNeedsWeight = { equal: false, inhabitants: false, participants: true, stated: true } as const;

/** Everything because of which a plan cannot be for these kernen, each with its place in the request. */
export function spanningFaults(
  scope: Scope,
  kernen: readonly SentKern[],
  { kernCode: own, known }: KernenFacts,
): InputFault[] {
  const fault = (location: string, detail: string): InputFault => ({
    ...{ in: 'body', location: `/kernen${location}`, code: 'kernen-not-possible', detail },
  });
  const { spanning } = scope;
  if (spanning?.kind !== 'divided') {
    return [fault('', 'Volgens deze regeling is een plan voor één kern. Vraag per kern apart aan.')];
  }
  const codes = kernen.map(({ kernCode }) => kernCode);
  const ownFault = codes.includes(own) ? [] : [fault('', `Noem ook de kern "${own}" waarvoor u aanvraagt.`)];
  const each = kernen.flatMap(({ kernCode, weight }, index): InputFault[] => {
    if (!known.has(kernCode)) {
      return [fault(`/${index}/kernCode`, `Er is geen kern met de code "${kernCode}".`)];
    }
    if (codes.indexOf(kernCode) < index) {
      return [fault(`/${index}/kernCode`, 'Deze kern staat er al in. Noem elke kern één keer.')];
    }
    if (!coversKern(scope, kernCode)) {
      return [fault(`/${index}/kernCode`, 'De regeling geldt niet voor deze kern.')];
    }
    if (keyNeedsWeight[spanning.key] && weight === undefined) {
      const what =
        spanning.key === 'participants'
          ? 'hoeveel mensen uit deze kern meedoen'
          : 'welk deel deze kern betaalt';
      return [fault(`/${index}/weight`, `Zeg ${what}: daarmee verdeelt de regeling het bedrag.`)];
    }
    if (spanning.key === 'inhabitants' && known.get(kernCode) == null) {
      return [
        fault(
          `/${index}/kernCode`,
          'De gemeente heeft het aantal inwoners van deze kern nog niet vastgelegd.',
        ),
      ];
    }
    return [];
  });
  return [...ownFault, ...each];
}

/** How much each kern counts for by the key of the regulation; only for kernen without faults. */
export function kernWeights(
  { spanning }: Scope,
  kernen: readonly SentKern[],
  { known }: Pick<KernenFacts, 'known'>,
): { readonly kernCode: string; readonly weight: number }[] {
  const key = spanning?.kind === 'divided' ? spanning.key : 'equal';
  return kernen.map(({ kernCode, weight = 1 }) => {
    if (key === 'equal') return { kernCode, weight: 1 };
    return { kernCode, weight: key === 'inhabitants' ? (known.get(kernCode) ?? 0) : weight };
  });
}
