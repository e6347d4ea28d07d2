import { type Class, prototypeOf } from './field.ts';
import { IntegerField } from './number-fields.ts';

const metadataKey = 'kernbudget:version-property';

/** The version of a resource in an answer; it becomes the ETag, which a later change names in If-Match. */
export function VersionField(): PropertyDecorator {
  const declare = IntegerField({ description: 'Versie; gelijk aan de ETag van het antwoord.', minimum: 1 });
  return (prototype, name) => {
    declare(prototype, name);
    Reflect.defineMetadata(metadataKey, String(name), prototype);
  };
}

/** The property that holds the version in answers of a class, or null. */
export function versionPropertyOf(type: Class | undefined): string | null {
  if (type === undefined) return null;
  return (Reflect.getMetadata(metadataKey, prototypeOf(type)) as string | undefined) ?? null;
}
