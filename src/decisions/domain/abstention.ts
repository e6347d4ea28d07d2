import type { InputFault } from '../../kernel/domain-error.ts';

/**
 * A member of the college who takes no part in deciding what touches him or her personally (Gemeentewet 28 and 58). The
 * office and the name are public; why is nobody's business here.
 */
export interface Abstention {
  readonly memberName: string;
  /** The lines that it is about; empty for the whole list. */
  readonly applicationIds: readonly string[];
}

/** Everything that is wrong with who abstains, at once: somebody named twice, or a line that is not on the list. */
export function abstentionFaults(
  listed: ReadonlySet<string>,
  abstentions: readonly Abstention[],
): InputFault[] {
  const names = new Set<string>();
  return abstentions.flatMap(({ memberName, applicationIds }, index) => {
    const at = `/abstentions/${index}`;
    const name = memberName.trim().toLowerCase();
    const isRepeated = names.has(name);
    names.add(name);
    const twice: InputFault = {
      ...{ in: 'body', location: `${at}/memberName`, code: 'twice' },
      detail: 'Dit lid van het college staat er twee keer.',
    };
    const unknown = applicationIds.flatMap((id, line): InputFault[] => {
      const location = `${at}/applicationIds/${line}`;
      const detail = 'Deze aanvraag staat niet op de lijst.';
      return listed.has(id) ? [] : [{ in: 'body', location, code: 'not-on-list', detail }];
    });
    return [...(isRepeated ? [twice] : []), ...unknown];
  });
}
