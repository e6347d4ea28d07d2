import { sentences } from '../dutch-text.ts';
import { choice, type Data, flag, optional, record } from '../schema/vocabulary.ts';

/** What is made public of grants. Names of private persons never are. */
export const publicationSchema = record({
  grantsArePublished: flag('Of een overzicht van verleende bijdragen wordt gepubliceerd.'),
  organisationNames: flag('Of namen van organisaties erin staan.'),
  photos: choice(['none', 'with-consent'], 'Of foto’s van plannen worden gepubliceerd.'),
  mentionMunicipality: optional(flag('Of wie geld krijgt, de gemeente moet noemen.')),
  applicationsVisible: optional(flag('Of plannen al voor het besluit te zien zijn, zonder namen.')),
});

export type Publication = Data<typeof publicationSchema>;

export function publicationSentences(publication: Publication): string[] {
  const { grantsArePublished, organisationNames, photos, mentionMunicipality: mention } = publication;
  const visible = publication.applicationsVisible;
  return sentences(
    grantsArePublished
      ? 'Een overzicht van de bijdragen wordt openbaar, zonder namen van inwoners.'
      : 'Er komt geen openbaar overzicht van de bijdragen.',
    organisationNames
      ? 'Namen van organisaties zijn openbaar.'
      : 'Namen van organisaties zijn niet openbaar.',
    photos === 'none' ? 'Foto’s worden niet openbaar.' : 'Foto’s worden alleen met toestemming openbaar.',
    mention !== undefined &&
      (mention
        ? 'Wie geld krijgt, noemt de gemeente.'
        : 'Wie geld krijgt, hoeft de gemeente niet te noemen.'),
    visible !== undefined &&
      (visible
        ? 'Plannen zijn al voor het besluit te zien, zonder namen.'
        : 'Plannen zijn voor het besluit niet te zien.'),
  );
}
