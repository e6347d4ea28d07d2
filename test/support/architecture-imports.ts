import { join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';

/** One place where a rule of the architecture is broken. */
export interface Fault {
  readonly rule: string;
  /** The file, with its path from the root. */
  readonly place: string;
  readonly detail: string;
}

const configuration = await extractConfiguration(join(process.cwd(), '.dependency-cruiser.js'));

/** The names of the rules on imports; a rule may be written down in several parts. */
export const importRules: readonly string[] = [
  ...new Set((configuration.forbidden ?? []).map(({ name }) => name ?? '')),
];

/**
 * Follows every import below the root and reports those that a rule of `.dependency-cruiser.js` forbids.
 * @param folders of the root, those that the rules are about
 */
export async function importFaults(root: string, folders: readonly string[]): Promise<Fault[]> {
  const ruleSet: IFlattenedRuleSet = { forbidden: configuration.forbidden };
  const options = { ...configuration.options, baseDir: root, validate: true, ruleSet };
  const { output } = await cruise([...folders], options);
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    place: from,
    detail: cycle ? cycle.map(({ name }) => name).join(' → ') : `imports ${to}`,
  }));
}
