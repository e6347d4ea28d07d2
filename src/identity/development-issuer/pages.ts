import { type DemoPerson, demoSecret } from './demo-person.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1b; }
  .warning { border: 3px solid #b3261e; padding: 0.75rem 1rem; }
  li { margin: 0 0 1rem; } ul { list-style: none; padding: 0; }
  button { font: inherit; padding: 0.5rem 1rem; min-width: 20rem; text-align: left; cursor: pointer; }
  pre { background: #f2f2f0; padding: 0.5rem; overflow-x: auto; margin: 0.25rem 0; }`;

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>${style}</style></head>
<body><main><h1>${escape(title)}</h1>
<p class="warning">Alleen voor ontwikkeling en demonstratie. Deze mensen bestaan niet en iedereen kan als hen inloggen.</p>
${content}</main></body></html>`;
}

function list(people: readonly DemoPerson[], item: (person: DemoPerson) => string): string {
  return `<ul>${people.map((person) => `<li>${item(person)}</li>`).join('\n')}</ul>`;
}

function introduction(person: DemoPerson): string {
  return `<strong>${escape(person.name)}</strong>: ${escape(person.description)}`;
}

/** The page that says who there are, and how each gets a token on the command line. */
export function renderPeople(people: readonly DemoPerson[], issuer: string): string {
  const command = (person: DemoPerson) =>
    `curl -s -d grant_type=client_credentials -d client_id=${person.id} -d client_secret=${demoSecret} ${issuer}/token`;
  const items = list(people, (person) => `${introduction(person)}<pre>${escape(command(person))}</pre>`);
  return page(
    'Een toegangstoken voor de demonstratie',
    `<p>Het antwoord bevat <code>access_token</code>; stuur dat mee als <code>Authorization: Bearer …</code>.</p>${items}`,
  );
}

/** The login page: choose who you are. */
export function renderChoice(people: readonly DemoPerson[], interactionUrl: string): string {
  const form = (person: DemoPerson) =>
    `<form method="post" action="${escape(`${interactionUrl}/${person.id}`)}">` +
    `<button type="submit">${introduction(person)}</button></form>`;
  return page('Als wie wilt u inloggen?', list(people, form));
}

/** What there is to see when a login can not go on. */
export function renderFailure(detail: string): string {
  return page('Inloggen is niet gelukt', `<p>${escape(detail)}</p>`);
}
