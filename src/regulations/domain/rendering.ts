import {
  groupNames,
  type GroupName,
  type Provenance,
  type RegulationDocument,
} from './regulation-document.ts';
import { rulesOf } from './regulation-groups.ts';

function provenanceSentence(provenance: Provenance): string {
  return provenance.kind === 'published'
    ? `Bron: ${provenance.source}.`
    : `Aangenomen, nog niet bevestigd: ${provenance.reason}.`;
}

export interface RenderedGroup {
  readonly group: GroupName;
  /** Dutch heading. */
  readonly title: string;
  readonly sentences: readonly string[];
}

/**
 * The regulation in plain Dutch, so that a civil servant can check what the machine understood: changing any
 * field of the document changes this text.
 */
export function renderRegulation(document: RegulationDocument): RenderedGroup[] {
  return groupNames.map((group) => ({
    group,
    title: rulesOf(group).title,
    sentences: [...rulesOf(group).sentences(document), provenanceSentence(document.provenance[group])],
  }));
}

/** The whole regulation as one text in Markdown, with a heading per part. */
export function renderText(document: RegulationDocument): string {
  const parts = renderRegulation(document).map(
    ({ title, sentences }) => `## ${title}\n\n${sentences.map((sentence) => `- ${sentence}`).join('\n')}\n`,
  );
  const heading = `# ${document.title}\n\nIn deze regeling voor ${document.year} staat het volgende.\n`;
  return [heading, ...parts].join('\n');
}

/** What the regulation only assumes, as sentences for letters; empty when all of it was published. */
export function assumedRules(document: RegulationDocument): string[] {
  return groupNames.flatMap((group) => {
    const provenance = document.provenance[group];
    return provenance.kind === 'assumed' ? [provenance.reason] : [];
  });
}
