import type { Block, Inline, LetterModel, LetterSection } from '../letter-model.ts';
import { plainText } from '../rich-text.ts';
import type { LetterTemplate, TemplateBlock, TemplateSection } from './letter-template.ts';
import { filledIn } from './template-text.ts';

type Values = ReadonlyMap<string, Inline>;

function blocksOf(block: TemplateBlock, standard: readonly Block[], values: Values): readonly Block[] {
  switch (block.kind) {
    case 'standard':
      return standard;
    case 'text':
      return [{ kind: 'paragraph', content: filledIn(block.text, values) }];
    case 'list':
      return [{ kind: 'list', items: block.items.map((item) => filledIn(item, values)) }];
  }
}

/** What only depends on the case, such as advice that nobody gave, is absent in the letter and stays so. */
function written(
  section: TemplateSection,
  standard: LetterSection | undefined,
  values: Values,
): LetterSection[] {
  const leansOnStandard = section.blocks.some((block) => block.kind === 'standard');
  if (standard === undefined && leansOnStandard) return [];
  return [
    {
      name: section.name,
      heading: section.heading === null ? null : plainText(filledIn(section.heading, values)),
      blocks: section.blocks.flatMap((block) => blocksOf(block, standard?.blocks ?? [], values)),
    },
  ];
}

/**
 * Words a letter as a municipality wants it. Sections that the template does not name keep their place after the
 * section that they followed, so that nothing of what the law wants is lost.
 * @param template one without faults (templateFaults)
 */
export function applyTemplate(model: LetterModel, template: LetterTemplate, values: Values): LetterModel {
  const standards = new Map(model.sections.map((section) => [section.name, section]));
  const sections = template.sections.flatMap((section) =>
    written(section, standards.get(section.name), values),
  );
  model.sections.forEach((section, index) => {
    if (template.sections.some(({ name }) => name === section.name)) return;
    const before = model.sections.slice(0, index).reverse();
    const anchor = before
      .map(({ name }) => sections.findIndex((each) => each.name === name))
      .find((at) => at >= 0);
    sections.splice((anchor ?? -1) + 1, 0, section);
  });
  const subject = template.subject === null ? model.subject : plainText(filledIn(template.subject, values));
  return { ...model, subject, sections };
}
