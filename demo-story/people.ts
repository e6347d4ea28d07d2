import type { Narrator } from './narrator.ts';

const people: readonly (readonly [string, string])[] = [
  ['Gijs, Fenna, Hidde en Joke', 'inwoners van Ingen'],
  ['Zeynep en Mila', 'inwoners van Zoelen'],
  ['Sanne', 'vraagt aan voor een stichting in Zoelen'],
  ['Thijs, Rik en Wim', 'inwoners van Ravenswaaij; Wim gebruikt geen computer'],
  ['Kees en Noor', 'kernregisseurs: Kees voor Ingen en Zoelen, Noor voor Ravenswaaij'],
  ['Bram', 'beoordeelt de aanvragen'],
  ['Mees', 'valt in: maakt de lijst voor het college'],
  ['Roos', 'registreert wat het college besluit, en verzendt de brieven'],
  ['Farid en Marijke', 'werken bij financiën: Farid stelt voor, Marijke bevestigt'],
  ['Aagje', 'controleert de boeken'],
  ['Dieuwke', 'zit in de dorpsraad van Ingen'],
  ['Sietske', 'adviseert namens de dorpsorganisatie van Zoelen'],
];

export function introduce(narrator: Narrator): void {
  narrator.tell(
    'Dit is het verhaal van één leefbaarheidsbudget, van de eerste aanvraag tot de laatste brief. Alle mensen zijn verzonnen; de regels zijn die van het leefbaarheidsbudget 2019. Waar een regel niet is gepubliceerd, staat in elke brief dat het een voorbeeld is.',
  );
  narrator.tell(
    'Alles gaat via de API, zoals een website of zaaksysteem dat zou doen. Achter elk ✓ staat een regel of feit dat de demonstratie heeft nagerekend; een ✗ betekent dat er iets niet klopt.',
  );
  console.log('');
  narrator.table([['Wie', 'Wat'], ...people]);
}
