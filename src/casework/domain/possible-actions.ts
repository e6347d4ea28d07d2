import type { Actor } from '../../kernel/actor.ts';
import type { ApplicationStatus } from '../../applications/domain/lifecycle.ts';
import type { RightFacts } from '../../identity/domain/condition.ts';
import { permits } from '../../identity/domain/permission.ts';
import type { Action } from '../../identity/domain/rights.ts';

/** What the law and the lifecycle let somebody do in each state, apart from who that is. */
const actionsIn = {
  draft: ['application:draft', 'application:submit', 'application:withdraw'],
  received: [
    'application:supplement',
    'application:withdraw',
    'application:request-completion',
    'assignment:record',
    'finding:record',
  ],
  incomplete: [
    'application:supplement',
    'application:withdraw',
    'assignment:record',
    'finding:record',
    'college-list:prepare',
  ],
  complete: [
    'application:withdraw',
    'application:request-completion',
    'assignment:record',
    'finding:record',
    'college-list:prepare',
  ],
  decided: ['assignment:record', 'letter:preview', 'letter:announce'],
  announced: [],
  withdrawn: [],
} as const satisfies Record<ApplicationStatus, readonly Action[]>;

/** What this caller can do next with an application in this state. */
export function possibleActions(actor: Actor, status: ApplicationStatus, facts: RightFacts): Action[] {
  return actionsIn[status].filter((action) => permits(actor, action, facts));
}
