import { type ApplicationFacts, type ComputedFinding, found, foundTrue } from '../finding.ts';
import { choice, type Data, record, tag, variants } from '../schema/vocabulary.ts';

/** Whether aid to undertakings falls under Regulation (EU) 2023/2831. */
export const deMinimisSchema = variants(
  'kind',
  'Staatssteun.',
  record({ kind: tag('not-applicable', 'De regeling geeft geen steun aan ondernemingen.') }),
  record({
    kind: tag('declaration', 'Een verklaring over eerdere de-minimissteun hoort bij de aanvraag.'),
    from: choice(['undertakings', 'everybody'], 'Alleen ondernemingen, of iedereen.'),
  }),
);

export type DeMinimis = Data<typeof deMinimisSchema>;

export function deMinimisSentences(rule: DeMinimis): string[] {
  if (rule.kind === 'not-applicable') return ['Een verklaring over de-minimissteun is niet nodig.'];
  return [
    `${rule.from === 'everybody' ? 'Iedereen die aanvraagt' : 'Een onderneming die aanvraagt'}, verklaart hoeveel de-minimissteun er in de laatste drie jaar was (Verordening (EU) 2023/2831).`,
  ];
}

const criterion = {
  code: 'de-minimis',
  statement: 'De verklaring over de-minimissteun is er.',
  basis: 'Verordening (EU) 2023/2831',
};

export function findDeMinimis(rule: DeMinimis, facts: ApplicationFacts): ComputedFinding[] {
  if (rule.kind === 'not-applicable') return [];
  if (
    rule.from === 'undertakings' &&
    facts.applicantKind !== 'company' &&
    facts.applicantKind !== 'organisation'
  ) {
    return [found(criterion, 'met', 'De aanvrager is geen onderneming; een verklaring is niet nodig.')];
  }
  return [foundTrue(criterion, 'een verklaring over de-minimissteun', facts.deMinimisDeclared)];
}
