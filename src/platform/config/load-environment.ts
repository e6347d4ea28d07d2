import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import type { Environment } from './environment-reader.ts';

/** The environment, completed with `.env` in the working directory; what is set already wins. */
export function loadEnvironment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}
