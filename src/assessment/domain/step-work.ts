import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { type WaitingItem, workRanks } from '../../applications/domain/waiting-work.ts';
import { changesByItselfOn, progressOf, type WayOfCase } from '../../ways/domain/progress.ts';

/** More changes by themselves than a way can have: each step lapses or is handed over at most once. */
const mostChanges = 80;

/**
 * Which step waits for whom from which day on, today and later, if nobody does anything: a step whose term passes
 * goes to another, or gives way to the next, without anybody noting it. While the clock stands still nobody knows on
 * which day that will be, so then only what waits today is told.
 */
export function stepWorkOf(way: WayOfCase): WaitingItem[] {
  const items: WaitingItem[] = [];
  const standsStill = way.suspensions.some(({ until }) => until === null);
  let on: CalendarDate | null =
    way.startedOn !== null && way.startedOn > way.today ? way.startedOn : way.today;
  for (let change = 0; on !== null && change < mostChanges; change += 1) {
    const progress = progressOf({ ...way, today: on });
    const next: CalendarDate | null = standsStill ? null : changesByItselfOn(progress);
    const { open } = progress;
    if (open) {
      items.push({
        ...{ kind: open.step.code, waitsFor: open.by, rank: workRanks.ready, actsOn: open.dueOn },
        ...{ visibleOn: on, hiddenAfter: next === null ? null : addDays(next, -1) },
      });
    }
    on = next;
  }
  return items;
}
