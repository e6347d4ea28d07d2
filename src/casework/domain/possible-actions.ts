import type { Actor } from '../../kernel/actor.ts';
import type { ApplicationStatus } from '../../applications/domain/lifecycle.ts';
import type { RightFacts } from '../../identity/domain/condition.ts';
import { permits } from '../../identity/domain/permission.ts';
import type { Action } from '../../identity/domain/actions.ts';

/** What an official can do as long as no decision was taken, whatever the application still lacks. */
const beforeDecision = [
  'application:correct',
  'application:reduce',
  'application:merge',
  'application:forward',
] as const satisfies readonly Action[];

/** What the law and the lifecycle let somebody do in each state, apart from who that is. */
const actionsIn = {
  draft: ['application:draft', 'application:submit', 'application:withdraw'],
  received: [
    'application:supplement',
    'application:withdraw',
    'application:request-completion',
    'assignment:record',
    'finding:record',
    ...beforeDecision,
  ],
  incomplete: [
    'application:supplement',
    'application:withdraw',
    'assignment:record',
    'finding:record',
    'college-list:prepare',
    ...beforeDecision,
  ],
  complete: [
    'application:withdraw',
    'application:request-completion',
    'assignment:record',
    'finding:record',
    'college-list:prepare',
    ...beforeDecision,
  ],
  decided: ['assignment:record', 'letter:preview', 'letter:announce'],
  announced: [],
  withdrawn: [],
  merged: [],
  forwarded: [],
} as const satisfies Record<ApplicationStatus, readonly Action[]>;

/** What this caller can do next with an application in this state. */
export function possibleActions(actor: Actor, status: ApplicationStatus, facts: RightFacts): Action[] {
  return actionsIn[status].filter((action) => permits(actor, action, facts));
}
