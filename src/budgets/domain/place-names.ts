import { present } from '../../kernel/assert.ts';

/** How the place of a budget is named outside. */
export interface PlaceNames {
  /** Null where all kernen share the budget. */
  readonly kernCode: string | null;
  readonly kernName: string;
}

/** What the one budget of all kernen is called. */
export const allKernen = 'Alle kernen samen';

/** The code and name of the kern of a budget, or what stands for all kernen. */
export function placeNames(
  kernId: string | null,
  kernen: ReadonlyMap<string, { readonly code: string; readonly name: string }>,
): PlaceNames {
  if (kernId === null) return { kernCode: null, kernName: allKernen };
  const { code, name } = present(kernen.get(kernId), 'a budget is of a kern');
  return { kernCode: code, kernName: name };
}
