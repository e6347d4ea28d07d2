import { roleNames, type StepRole } from '../ways/domain/step-parts.ts';
import type { BodyName } from '../ways/domain/steps/step-rules.ts';

/** The name of who is asked, from what `whoIsAsked` writes. */
export type WhoNames = (who: string) => string;

export function whoNames(bodyName: BodyName): WhoNames {
  return (who) => {
    const [kind, code = ''] = who.split(':', 2);
    return kind === 'body' ? bodyName(code) : roleNames[code as StepRole];
  };
}
