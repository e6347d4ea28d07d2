import { roles } from '../../kernel/actor.ts';
import { caseParts, partsOf } from './case-view.ts';
import { type DutyPair, dutiesApart } from './duties.ts';
import {
  actionTexts,
  conditionTexts,
  dutyTexts,
  partTexts,
  provisoTexts,
  roleTexts,
} from './rights-texts.ts';
import { provisosOf } from './restrictions.ts';
import { actions } from './actions.ts';
import { conditionsOf } from './rights.ts';

const introduction = `# Wie mag wat

Dit overzicht is gemaakt uit de rechtentabel in de code (\`src/identity/domain/rights.ts\`) met \`npm run rights:matrix\`;
wijzig het niet met de hand. Een test vergelijkt beide, en een andere test vraagt elke route met elke rol op en
vergelijkt wat de dienst antwoordt met deze tabel.

- **alle**: van iedereen en van alle kernen.
- **eigen**: alleen wat van de aanvrager zelf is. Wie iemand vertegenwoordigt, ziet wat van de vertegenwoordigde is.
- **eigen kern**: alleen van de kernen waarvoor iemand werkt.
- **eigen dorp**: alleen van de kern van de dorpsraad of vereniging waarvoor iemand adviseert.
- **toegewezen**: alleen wat aan die persoon zelf is toegewezen, in welke kern ook.
- **–**: niet. Wat iemand niet mag zien, bestaat voor die persoon niet (antwoord 404).

Wie meer rollen heeft, mag alles wat een van die rollen mag. In de kolom "Mits" staat wat daarnaast nog moet gelden:

- **geen belang**: niet voor wie zelf aanvroeg, voor een ander aanvroeg, of zich afzijdig houdt (Awb 2:4). Wie belang
  heeft bij één aanvraag, heeft dat ook bij de andere aanvragen om hetzelfde geld van die kern.
- **toegewezen, naar keuze**: waar de gemeente daarvoor kiest (\`assess-when-assigned\` in \`DUTIES_APART\`) alleen voor
  wie de aanvraag toegewezen kreeg.
- **andere taak door een ander**: niet voor wie eerder een taak deed die daarvan gescheiden is; zie de laatste tabel.
`;

const views = `## Wat iemand van een aanvraag ziet

Wie een aanvraag mag inzien, ziet altijd het nummer, de stand, de kern, de naam van het plan, de bedragen en de datums.
De rest alleen als het werk dat vraagt:
`;

const separation = `## Taken die twee mensen doen

"Altijd" geldt in elke gemeente, ook met twee medewerkers. "Naar keuze" geldt waar de gemeente daarvoor kiest
(\`DUTIES_APART\` in de configuratie); sinds wanneer, staat in het logboek (\`duty-rules:change\`).
`;

/** A table in Markdown of which the columns are aligned. */
function table(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...lines] = rows;
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return `${[heading, rule, ...lines].map(line).join('\n')}\n`;
}

function rightsTable(): string {
  const lines = actions.map((action) => {
    const cells = roles.map((role) => {
      const texts = conditionsOf(action, role).map((condition) => conditionTexts[condition]);
      return texts.length === 0 ? '–' : texts.join(' of ');
    });
    const provisos = provisosOf(action).map((proviso) => provisoTexts[proviso]);
    return [actionTexts[action], ...cells, provisos.join('; ')];
  });
  return table([['Handeling', ...roles.map((role) => roleTexts[role]), 'Mits'], ...lines]);
}

function viewsTable(): string {
  const readers = roles.filter((role) => conditionsOf('application:read', role).length > 0);
  const lines = caseParts.map((part) => [
    partTexts[part],
    ...readers.map((role) => (partsOf(role).includes(part) ? 'ja' : '–')),
  ]);
  return table([['Deel', ...readers.map((role) => roleTexts[role])], ...lines]);
}

function dutiesTable(): string {
  const pairs: readonly DutyPair[] = Object.values(dutiesApart);
  const lines = pairs.map(({ first, then, demanded, basis }) => {
    const when = demanded === 'always' ? 'altijd' : 'naar keuze';
    return [dutyTexts[first], dutyTexts[then], when, basis];
  });
  return table([['Wie dit deed', 'doet dit niet', 'Geldt', 'Grond'], ...lines]);
}

/** The rights table as a Dutch document in Markdown: who may do what, who sees what, and what two people do. */
export function rightsMatrix(): string {
  return [introduction, rightsTable(), views, viewsTable(), separation, dutiesTable()].join('\n');
}
