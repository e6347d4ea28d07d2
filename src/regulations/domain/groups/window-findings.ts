import { type CalendarDate, formatDutchDate } from '../../../kernel/calendar-date.ts';
import { type ApplicationFacts, type ComputedFinding, fact, found } from '../finding.ts';
import { lastDayBefore, periodOn, periodText, type WindowRules } from './window.ts';
import { leadTimeText, type Window } from './window-schema.ts';

const basis = 'de aanvraagperiode van de regeling';
const inTime = { code: 'in-time', statement: 'De aanvraag is op tijd.', basis };
const leadTime = {
  code: 'lead-time',
  statement: 'De aanvraag is lang genoeg voor de activiteit gedaan.',
  basis,
};
const tooEarly = {
  code: 'not-too-early',
  statement: 'De aanvraag is niet te lang voor de activiteit gedaan.',
  basis,
};
const notStarted = { code: 'not-started', statement: 'De activiteit is nog niet begonnen.', basis };
const activityPeriod = {
  code: 'activity-period',
  statement: 'De activiteit is in de periode van de regeling.',
  basis: 'de activiteitsperiode van de regeling',
};
const beforeEnd = {
  code: 'before-activity',
  statement: 'De aanvraag is gedaan voordat de activiteit voorbij is.',
  basis: 'artikel 4:29 van de Algemene wet bestuursrecht',
};

/** An application that was in time but not complete stays in time (Awb 4:5). */
export function findInTime(rules: WindowRules, { receivedOn }: ApplicationFacts): ComputedFinding {
  const period = periodOn(rules, receivedOn);
  const received = `Wij ontvingen de aanvraag op ${formatDutchDate(receivedOn)}`;
  const facts = [fact('ontvangen op', receivedOn)];
  return period === null
    ? found(inTime, 'not-met', `${received}. Aanvragen kon ${periodText(rules)}.`, facts)
    : found(inTime, 'met', `${received}. Dat is op tijd.`, facts);
}

/**
 * A grant needs an application before the activity ends (Awb 4:29 in connection with 4:43). An application
 * without dates is not held against the applicant: that is a matter of completing it.
 */
export function findBeforeActivityEnds({ activityEndsOn, receivedOn }: ApplicationFacts): ComputedFinding {
  const facts = activityEndsOn === null ? [] : [fact('laatste dag van de activiteit', activityEndsOn)];
  return activityEndsOn !== null && activityEndsOn < receivedOn
    ? found(
        beforeEnd,
        'not-met',
        `De activiteit was al voorbij op ${formatDutchDate(activityEndsOn)}, vóór de aanvraag.`,
        facts,
      )
    : found(beforeEnd, 'met', 'De aanvraag is gedaan voordat de activiteit voorbij is.', facts);
}

function findLeadTime(
  window: Window,
  startsOn: CalendarDate | null,
  receivedOn: CalendarDate,
): ComputedFinding[] {
  if (window.leadTime === undefined) return [];
  const length = leadTimeText(window.leadTime);
  if (startsOn === null) {
    return [
      found(leadTime, 'needs-judgement', `Nog niet bekend: wanneer de activiteit begint. Nodig: ${length}.`),
    ];
  }
  const lastDay = lastDayBefore(startsOn, window.leadTime);
  const inOrder = receivedOn <= lastDay;
  const computation = `${startsOn} − ${length} = ${lastDay}`;
  const sentence = `De activiteit begint op ${formatDutchDate(startsOn)}; aanvragen kon tot en met ${formatDutchDate(lastDay)} (${length} ervoor). Wij ontvingen de aanvraag op ${formatDutchDate(receivedOn)}.`;
  const facts = [fact('eerste dag van de activiteit', startsOn), fact('ontvangen op', receivedOn)];
  return [found(leadTime, inOrder ? 'met' : 'not-met', sentence, facts, computation)];
}

function findNotTooEarly(
  { notEarlier }: Window,
  startsOn: CalendarDate | null,
  receivedOn: CalendarDate,
): ComputedFinding[] {
  if (notEarlier === undefined) return [];
  if (startsOn === null) {
    return [found(tooEarly, 'needs-judgement', 'Nog niet bekend: wanneer de activiteit begint.')];
  }
  const length = leadTimeText(notEarlier);
  const firstDay = lastDayBefore(startsOn, notEarlier);
  const sentence = `De activiteit begint op ${formatDutchDate(startsOn)}; aanvragen kan vanaf ${formatDutchDate(firstDay)} (${length} ervoor). Wij ontvingen de aanvraag op ${formatDutchDate(receivedOn)}.`;
  const facts = [fact('eerste dag van de activiteit', startsOn), fact('ontvangen op', receivedOn)];
  const computation = `${startsOn} − ${length} = ${firstDay}`;
  return [found(tooEarly, receivedOn >= firstDay ? 'met' : 'not-met', sentence, facts, computation)];
}

function findNotStarted({ notRetroactive }: Window, facts: ApplicationFacts): ComputedFinding[] {
  if (notRetroactive === undefined) return [];
  const { activityStartsOn, receivedOn } = facts;
  if (activityStartsOn === null) {
    return [found(notStarted, 'needs-judgement', 'Nog niet bekend: wanneer de activiteit begint.')];
  }
  const used = [fact('eerste dag van de activiteit', activityStartsOn)];
  const starts = `De activiteit begint op ${formatDutchDate(activityStartsOn)}`;
  if (activityStartsOn <= receivedOn) {
    return [found(notStarted, 'not-met', `${starts}, niet na de aanvraag.`, used)];
  }
  return notRetroactive === 'before-decision'
    ? [
        found(
          notStarted,
          'needs-judgement',
          `${starts}. Een medewerker ziet toe dat dat na het besluit is.`,
          used,
        ),
      ]
    : [found(notStarted, 'met', `${starts}, na de aanvraag.`, used)];
}

function findActivityPeriod({ activity }: Window, facts: ApplicationFacts): ComputedFinding[] {
  if (activity === undefined) return [];
  const { activityStartsOn, activityEndsOn } = facts;
  if (activityStartsOn === null || activityEndsOn === null) {
    return [found(activityPeriod, 'needs-judgement', 'Nog niet bekend: wanneer de activiteit is.')];
  }
  const used = [
    fact('eerste dag van de activiteit', activityStartsOn),
    fact('laatste dag van de activiteit', activityEndsOn),
  ];
  const { startsFrom, endsBy } = activity;
  if (startsFrom !== undefined && activityStartsOn < startsFrom) {
    const sentence = `De activiteit begint op ${formatDutchDate(activityStartsOn)}, voor ${formatDutchDate(startsFrom)}.`;
    return [found(activityPeriod, 'not-met', sentence, used)];
  }
  if (endsBy !== undefined && activityEndsOn > endsBy) {
    const sentence = `De activiteit is klaar op ${formatDutchDate(activityEndsOn)}, na ${formatDutchDate(endsBy)}.`;
    return [found(activityPeriod, 'not-met', sentence, used)];
  }
  return [found(activityPeriod, 'met', 'De activiteit is in de periode van de regeling.', used)];
}

/** What a regulation asks of the day of the application beside its window, where it asks anything. */
export function findActivityDates({ window }: WindowRules, facts: ApplicationFacts): ComputedFinding[] {
  return [
    ...findLeadTime(window, facts.activityStartsOn, facts.receivedOn),
    ...findNotTooEarly(window, facts.activityStartsOn, facts.receivedOn),
    ...findNotStarted(window, facts),
    ...findActivityPeriod(window, facts),
  ];
}
