import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { InputFault } from '../../kernel/domain-error.ts';
import type { CaseView } from '../../identity/domain/case-view.ts';
import { type ApplicationStatus, closedStatuses } from '../../applications/domain/lifecycle.ts';
import type { AttachmentKind } from '../../regulations/domain/attachment-kind.ts';
import { type Attachment, showsKind } from './attachment.ts';
import type { Obstacle } from './attachments.problems.ts';

/** What somebody wants to add to a case, and what bears on whether that can be. */
export interface Attaching {
  readonly kind: AttachmentKind;
  readonly internal: boolean;
  readonly receivedOn: CalendarDate | undefined;
  readonly replacesId: string | undefined;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Whether the applicant does it, and not the municipality or a village body. */
  readonly byApplicant: boolean;
  /** Whether who does it sees what is for handling alone. */
  readonly seesInternal: boolean;
  /** What of the case is seen by who does it. */
  readonly view: CaseView;
  readonly status: ApplicationStatus;
  readonly submittedOn: CalendarDate | null;
  readonly today: CalendarDate;
  readonly existing: readonly Attachment[];
  /** What was told before a round closed can be completed, and not be made better; null while it can. */
  readonly lackingKinds: readonly AttachmentKind[] | null;
}

/** How many and how large, of one case. */
export interface AttachingLimits {
  readonly perCase: number;
  readonly caseBytes: number;
}

/** What proves who somebody is or where money goes says nothing about the plan, so it can always be completed. */
const besideThePlan: readonly AttachmentKind[] = ['authorisation', 'bank-statement'];

function fault(location: string, code: string, detail: string): InputFault {
  return { in: 'body', location, code, detail };
}

function dayFaults({ byApplicant, receivedOn, submittedOn, today }: Attaching): InputFault[] {
  if (receivedOn === undefined) return [];
  if (byApplicant) {
    const detail = 'Alleen een medewerker voert een datum van ontvangst in.';
    return [fault('/receivedOn', 'receipt-not-possible', detail)];
  }
  if (receivedOn <= today && receivedOn >= (submittedOn ?? today)) return [];
  const detail = 'De datum van ontvangst ligt niet voor die van de aanvraag en niet in de toekomst.';
  return [fault('/receivedOn', 'receipt-not-possible', detail)];
}

function replacedFaults({ existing, replacesId, kind, internal, seesInternal }: Attaching): InputFault[] {
  if (replacesId === undefined) return [];
  const replaced = existing.find(
    ({ id, internal: hidden }) => id === replacesId && (!hidden || seesInternal),
  );
  if (replaced === undefined) {
    const detail = 'Bij deze aanvraag is geen bijlage met dit kenmerk.';
    return [fault('/replacesId', 'attachment-unknown', detail)];
  }
  if (replaced.kind === kind && replaced.internal === internal) return [];
  const detail = 'Een bijlage wordt vervangen door een van dezelfde soort, die dezelfde mensen zien.';
  return [fault('/replacesId', 'other-kind', detail)];
}

/** Everything that is wrong with what was sent, at once. */
export function attachingFaults(attaching: Attaching): InputFault[] {
  const { kind, view, internal, seesInternal } = attaching;
  const hidden = !showsKind(view, kind)
    ? [fault('/kind', 'kind-not-yours', 'Deze soort bijlage ziet u niet, dus die kunt u ook niet toevoegen.')]
    : [];
  const detail = 'Alleen wie de zaak behandelt, voegt een interne bijlage toe.';
  const unseen = internal && !seesInternal ? [fault('/internal', 'internal-not-yours', detail)] : [];
  return [...hidden, ...unseen, ...dayFaults(attaching), ...replacedFaults(attaching)];
}

const closedToApplicants: readonly ApplicationStatus[] = ['decided', ...closedStatuses];

/** What stands in the way, though nothing is wrong with what was sent; null when nothing does. */
export function attachingObstacle(attaching: Attaching, limits: AttachingLimits): Obstacle | null {
  const { existing, byApplicant, status, replacesId, sha256, sizeBytes, kind, lackingKinds } = attaching;
  if (byApplicant && closedToApplicants.includes(status)) {
    const detail = 'Op deze aanvraag is beslist of zij is geëindigd. Een bijlage erbij kan niet meer.';
    return { code: 'attachment-too-late', detail };
  }
  const completes =
    besideThePlan.includes(kind) || (replacesId === undefined && lackingKinds?.includes(kind));
  if (byApplicant && lackingKinds !== null && !completes) {
    const detail =
      'De aanvraagronde is gesloten. Alleen wat ontbreekt of waar wij om vroegen, kan er nog bij.';
    return { code: 'attachment-too-late', detail };
  }
  if (replacesId !== undefined && existing.some((each) => each.replacesId === replacesId)) {
    const detail = 'Voor deze bijlage is al een andere in de plaats gekomen. Vervang die laatste.';
    return { code: 'attachment-already-replaced', detail };
  }
  const seen = existing.filter((each) => !each.internal || attaching.seesInternal);
  if (seen.some((each) => each.sha256 === sha256 && each.kind === kind)) {
    return {
      code: 'attachment-already-there',
      detail: 'Precies dit bestand is er al, als bijlage van deze soort.',
    };
  }
  if (existing.length >= limits.perCase) {
    const detail = `Bij een aanvraag kunnen ${limits.perCase} bijlagen. Voeg stukken samen tot een PDF.`;
    return { code: 'too-many-attachments', detail };
  }
  const bytes = existing.reduce((sum, each) => sum + each.sizeBytes, sizeBytes);
  if (bytes <= limits.caseBytes) return null;
  const megabytes = Math.floor(limits.caseBytes / 1024 / 1024);
  return { code: 'attachments-too-large', detail: `Bijlagen zijn samen hoogstens ${megabytes} MB.` };
}
