import type { Configuration } from './platform/config/configuration.ts';
import { developmentIssuerPath } from './identity/development-issuer/mount-development-issuer.ts';
import { demoPeople } from './seeds/demo-people.ts';

function places(url: string): string[] {
  return [
    `Kernbudget luistert op ${url}`,
    `  API            ${url}/v1`,
    `  documentatie   ${url}/docs`,
    `  gezondheid     ${url}/health/ready`,
  ];
}

/** Commands that a newcomer can paste into a shell, in this order. */
function commands(url: string): string[] {
  const resident = demoPeople.find(({ roles }) => roles.includes('resident'))?.id ?? '';
  return [
    'Probeer het, in deze volgorde:',
    `  curl -s ${url}/v1/kernen`,
    `  TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=${resident} -d client_secret=demo ` +
      `${url}${developmentIssuerPath}/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `  curl -s -H "Authorization: Bearer $TOKEN" ${url}/v1/applications`,
    `Wie er nog meer kan inloggen staat op ${url}${developmentIssuerPath}`,
  ];
}

/** What the service says when it has started: where everything is and, while developing, what to try first. */
export function welcome(url: string, configuration: Pick<Configuration, 'issuers'>): string {
  return [...places(url), ...(configuration.issuers.length > 0 ? [] : ['', ...commands(url)])].join('\n');
}
