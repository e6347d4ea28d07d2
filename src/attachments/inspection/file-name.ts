import type { InputFault } from '../../kernel/domain-error.ts';
import { textRules } from '../../platform/http/fields/text-field.ts';
import { extensionOf, type MediaType } from '../domain/media-type.ts';

/** In characters; every file system can hold it, with an extension. */
const longestName = 150;

const rules = textRules(longestName, 1);

/** What separates folders, and what file systems of people's own computers keep for themselves. */
const pathLike = /[/\\:]|^\.+$/;
const refusedByComputers = /[<>"|?*]|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function nameFault(code: string, detail: string): InputFault {
  return {
    in: 'body',
    location: '/file',
    code: `name-${code}`,
    detail: `De naam van het bestand: ${detail}`,
  };
}

/** Everything that is wrong with the name that somebody gave a file. */
export function nameFaults(given: string): InputFault[] {
  const name = given.normalize('NFC').trim();
  const broken = rules.filter(({ holds }) => !holds(name)).map(({ code, detail }) => nameFault(code, detail));
  // A path of ten thousand folders is told once that it is too long.
  if (broken.length > 0) return broken;
  if (pathLike.test(name)) return [nameFault('is-a-path', 'Geef de naam zonder mappen.')];
  return refusedByComputers.test(name)
    ? [nameFault('not-usable', 'Gebruik geen < > " | ? * en geen naam die een computer voor zichzelf houdt.')]
    : [];
}

/** The name under which a file is kept: with the extension of what it really is, whatever it was called. */
export function keptName(given: string, mediaType: MediaType): string {
  const name = given.normalize('NFC').trim();
  const base = name.replace(/\.[\p{Letter}\p{Number}]{1,8}$/u, '').replace(/[. ]+$/, '');
  return `${base === '' ? 'bijlage' : base}.${extensionOf[mediaType]}`;
}
