import type { Cents } from '../../kernel/money.ts';
import type { AttachmentCountsByKind } from './attachment-kind.ts';
import { asksSupportList } from './groups/support.ts';
import type { RegulationDocument } from './regulation-document.ts';

type AskingGroups = Pick<RegulationDocument, 'costs' | 'support'>;

/** How many attachments of each kind a regulation asks of an application. */
export function requiredAttachments(
  { costs: { quotes }, support }: AskingGroups,
  requestedCents: Cents,
): AttachmentCountsByKind {
  return {
    ...(quotes !== undefined && requestedCents >= (quotes.fromCents ?? 0) && { quote: quotes.minimum }),
    ...(asksSupportList(support) && { 'support-list': 1 }),
  };
}
