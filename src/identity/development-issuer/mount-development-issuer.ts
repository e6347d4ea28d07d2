import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import type Provider from 'oidc-provider';
import type { IdentityOptions } from '../identity.options.ts';
import type { DemoPerson } from './demo-person.ts';
import { issuerRoutes } from './issuer-routes.ts';
import { developmentAudience, providerConfiguration } from './provider-configuration.ts';

/** Everything below this path is the issuer's. */
export const developmentIssuerPath = '/development/issuer';

export interface DevelopmentIssuerOptions {
  /** Where people reach the service, without a slash at the end: http://localhost:3000. */
  readonly publicUrl: string;
  readonly people: readonly DemoPerson[];
  /** Whether the service runs in production mode: then there is no development issuer. */
  readonly production: boolean;
  /** Says that the issuer is there; to the standard error stream when absent. */
  readonly announce?: (line: string) => void;
}

export interface DevelopmentIssuer {
  /** Whom the service must trust, with the public key itself: the service need not ask itself over HTTP. */
  readonly identity: IdentityOptions;
  readonly provider: Provider;
  readonly people: readonly DemoPerson[];
}

async function newKey() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const naming = { kid: 'development', use: 'sig', alg: 'RS256' };
  return {
    publicJwk: { ...(await exportJWK(publicKey)), ...naming },
    privateJwk: { ...(await exportJWK(privateKey)), ...naming },
  };
}

/**
 * Makes an OpenID Connect issuer for named, fictional people, with a key that lasts as long as this process.
 * @throws Error in production mode; and where the packages for development are not installed.
 */
export async function createDevelopmentIssuer({
  publicUrl,
  people,
  production,
  announce = (line) => process.stderr.write(`${line}\n`),
}: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> {
  if (production) throw new Error('The development issuer never runs in production mode: set ISSUER_URL.');
  const [{ Provider: DevelopmentProvider }, key] = await Promise.all([
    import('oidc-provider/lib/provider.js'),
    newKey(),
  ]);
  const issuer = `${publicUrl}${developmentIssuerPath}`;
  const configuration = providerConfiguration({ issuer, publicUrl, people, privateKey: key.privateJwk });
  const provider = new DevelopmentProvider(issuer, configuration);
  announce(
    `*** INLOGDIENST VOOR ONTWIKKELING op ${issuer} : iedereen kan inloggen als wie dan ook. Nooit met echte gegevens gebruiken. ***`,
  );
  const identity: IdentityOptions = {
    issuer,
    audience: developmentAudience,
    algorithms: ['RS256'],
    jwks: { keys: [key.publicJwk] },
  };
  return { identity, provider, people };
}

/** Puts the issuer below its path in the service. Call it before Fastify is ready. */
export function mountDevelopmentIssuer(
  fastify: FastifyInstance,
  { provider, people }: DevelopmentIssuer,
): void {
  const path = developmentIssuerPath;
  void fastify.register(issuerRoutes({ provider, people, path }), { prefix: path });
}
