import { schemaFaults } from '../../../regulations/domain/schema/schema-faults.ts';
import type { SchemaNode } from '../../../regulations/domain/schema/schema-node.ts';
import { isBodyOn } from '../body.ts';
import { type WayDocument, waySchema } from '../way-document.ts';
import type { WayFault } from '../way-fault.ts';
import { bindingFaults, lawFaults } from './law-faults.ts';
import { orderFaults } from './order-faults.ts';
import { bodyFaults, placeFaults, type WayContext } from './place-faults.ts';
import { scoringFaults } from './scoring-faults.ts';
import { termFaults } from './term-faults.ts';

/** A document that may be activated, or everything that is wrong with it. */
export type WayValidation =
  | { readonly kind: 'sound'; readonly document: WayDocument }
  | { readonly kind: 'faulty'; readonly faults: readonly WayFault[] };

/**
 * Reads what somebody wrote as a way of working and holds it against the law, the regulation and the kernen. All
 * faults at once: parts whose form is sound are judged also when others are not.
 */
export function lintWay(value: unknown, context: WayContext): WayValidation {
  const form = schemaFaults(waySchema as unknown as SchemaNode, value).map((each) => ({
    ...each,
    article: null,
  }));
  if (form.some(({ pointer }) => pointer === '')) return { kind: 'faulty', faults: form };
  const document = value as WayDocument;
  const sound = (...parts: readonly (keyof WayDocument)[]) =>
    !parts.some((part) =>
      form.some(({ pointer }) => pointer === `/${part}` || pointer.startsWith(`/${part}/`)),
    );
  const { regulation } = context;
  const faults = [
    ...form,
    ...(sound('kernCodes', 'regulationCode') ? placeFaults(document, context) : []),
    ...(sound('steps') ? orderFaults(document.steps) : []),
    ...(sound('steps') ? scoringFaults(document.steps) : []),
    ...(sound('steps') ? lawFaults(document.steps, regulation) : []),
    ...(sound('steps', 'kernCodes') ? bodyFaults(document.steps, document.kernCodes, context) : []),
    ...(sound('steps', 'kernCodes') && regulation !== null
      ? bindingFaults(document.steps, regulation, kindOfBody(document.kernCodes, context))
      : []),
    ...(sound('steps', 'startsAt', 'decisionDays') && regulation !== null
      ? termFaults(document, regulation)
      : []),
  ];
  return faults.length === 0 ? { kind: 'sound', document } : { kind: 'faulty', faults };
}

/** The kind of a body, when it is one and the same in all kernen of the document. */
function kindOfBody(kernCodes: readonly string[], { kernen, on }: WayContext) {
  return (code: string): string | null => {
    const kinds = new Set(
      kernCodes.flatMap((kernCode) =>
        (kernen.get(kernCode)?.bodies ?? [])
          .filter((body) => body.code === code && isBodyOn(body, on))
          .map(({ kind }) => kind),
      ),
    );
    const [kind] = kinds;
    return kinds.size === 1 && kind !== undefined ? kind : null;
  };
}
