import { existsSync, readFileSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { ConfigurationFault, type Environment } from './environment-reader.ts';

/** What may stand in a file of its own, as a store of secrets puts it there, under the name with `_FILE`. */
export const secretVariables = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'ENCRYPTION_KEYS',
  'BLIND_INDEX_KEYS',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const;

/** The content of a file without the spaces around it; null when it is empty or cannot be read. */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch {
    return null;
  }
}

/**
 * The environment with the secrets that it gives as files (`ENCRYPTION_KEYS_FILE=/run/secrets/keys`).
 * @throws ConfigurationFault that names every file that is not there or empty, and what is given twice
 */
export function withSecretsFromFiles(environment: Environment): Environment {
  const faults: string[] = [];
  const found: Record<string, string> = {};
  for (const name of secretVariables) {
    const path = environment[`${name}_FILE`]?.trim() ?? '';
    if (path === '') continue;
    const content = contentOf(path);
    if (environment[name]?.trim()) {
      faults.push(`${name} en ${name}_FILE zijn allebei gegeven; geef een van de twee.`);
    } else if (content === null) {
      faults.push(`${name}_FILE noemt een bestand dat leeg is of niet kan worden gelezen.`);
    } else {
      found[name] = content;
    }
  }
  if (faults.length > 0) throw new ConfigurationFault(faults);
  return { ...environment, ...found };
}

/** The environment, completed with `.env` in the working directory and with secrets in files; what is set already wins. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return withSecretsFromFiles(process.env);
}
