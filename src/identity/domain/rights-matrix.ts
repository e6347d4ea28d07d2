import { roles } from '../../kernel/actor.ts';
import { actionTexts, conditionTexts, roleTexts } from './rights-texts.ts';
import { actions, grantsOf } from './rights.ts';

const introduction = `# Wie mag wat

Dit overzicht is gemaakt uit de rechtentabel in de code (\`src/identity/domain/rights.ts\`) met \`npm run rights:matrix\`;
wijzig het niet met de hand. Een test vergelijkt beide.

- **alle**: van iedereen en van alle kernen.
- **eigen**: alleen wat van de aanvrager zelf is. Wie iemand vertegenwoordigt, ziet wat van de vertegenwoordigde is.
- **eigen kern**: alleen van de kernen waarvoor iemand werkt.
- **–**: niet. Wat iemand niet mag zien, bestaat voor die persoon niet (antwoord 404).

Wie meer rollen heeft, mag alles wat een van die rollen mag.
`;

function line(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
}

/** The rights table as a Dutch document in Markdown, with one line for each action and one column for each role. */
export function rightsMatrix(): string {
  const heading = ['Handeling', ...roles.map((role) => roleTexts[role])];
  const lines = actions.map((action) => {
    const grants = grantsOf(action);
    const cells = roles.map((role) => {
      const condition = grants[role];
      return condition === undefined ? '–' : conditionTexts[condition];
    });
    return [actionTexts[action], ...cells];
  });
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...lines].map((row) => row[column]?.length ?? 0)),
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `${introduction}\n${[line(heading, widths), rule, ...lines.map((cells) => line(cells, widths))].join('\n')}\n`;
}
