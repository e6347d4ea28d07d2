import { DomainError, type InputFault, type ProblemCatalogue } from '../../../kernel/domain-error.ts';

export const templateProblems = {
  'template-not-found': { kind: 'not-found', title: 'Dit sjabloon is er niet' },
  'template-activated': { kind: 'conflict', title: 'Een sjabloon dat in gebruik is verandert niet' },
  'template-not-checked': { kind: 'conflict', title: 'Het sjabloon is nog niet nagekeken' },
  'template-not-sound': { kind: 'conflict', title: 'Het sjabloon klopt nog niet' },
  'template-four-eyes': { kind: 'conflict', title: 'Een ander moet het sjabloon in gebruik nemen' },
  'template-day-passed': { kind: 'invalid', title: 'Deze dag is voorbij' },
} as const satisfies ProblemCatalogue;

const details = {
  'template-not-found': 'Er is geen sjabloon met dit kenmerk.',
  'template-activated': 'Schrijf een nieuw sjabloon en neem dat in gebruik; het oude blijft bewaard.',
  'template-not-checked': 'Laat het sjabloon eerst nakijken.',
  'template-not-sound': 'In het sjabloon staan nog fouten. Verbeter ze eerst.',
  'template-four-eyes': 'Wie aan het sjabloon schreef, neemt het niet in gebruik. Vraag een ander.',
  'template-day-passed': 'Brieven die al zijn gemaakt veranderen niet. Kies vandaag of een latere dag.',
} as const satisfies Record<keyof typeof templateProblems, string>;

export function templateProblem(
  code: keyof typeof templateProblems,
  faults: readonly InputFault[] = [],
): DomainError {
  return DomainError.of(templateProblems, code, details[code], faults);
}

export function templateNotFound(): DomainError {
  return templateProblem('template-not-found');
}
