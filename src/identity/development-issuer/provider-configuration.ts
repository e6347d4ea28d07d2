import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import type { ClientMetadata, Configuration, KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import { browserClientId, claimsOf, type DemoPerson, demoSecret, localClientId } from './demo-person.ts';
import { renderFailure } from './pages.ts';
import { sessionStore } from './session-store.ts';

/** The `aud` of the tokens. */
export const developmentAudience = 'kernbudget';

/** Names the API towards the issuer, as RFC 8707 wants it: an absolute URI. */
const apiResource = 'urn:kernbudget:api';
const apiScope = 'kernbudget';

/** A working day: somebody who tries the API by hand is not logged out in the middle. */
const tokenSeconds = 8 * 60 * 60;
/** Short, so that the next login asks again who one wants to be. */
const sessionSeconds = 60;
const interactionSeconds = 60 * 60;

function clientsOf(people: readonly DemoPerson[], publicUrl: string): ClientMetadata[] {
  const personal = people.map((person): ClientMetadata => ({
    client_id: person.id,
    client_secret: demoSecret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'client_secret_post',
    scope: apiScope,
  }));
  return [
    ...personal,
    {
      client_id: browserClientId,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      redirect_uris: [`${publicUrl}/docs/oauth2-redirect.html`],
    },
    {
      // An application on the developer's own machine; for native clients any port of a loopback address is accepted.
      client_id: localClientId,
      application_type: 'native',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback'],
    },
  ];
}

/** Everybody may use the API, so nobody is asked for consent. */
async function grantTheApi(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  // The scope of the API is one that the issuer lists itself, so it must be granted twice or the login asks for ever.
  grant.addOIDCScope(`openid profile ${apiScope}`);
  grant.addResourceScope(apiResource, apiScope);
  await grant.save();
  return grant;
}

const api: ResourceServer = {
  scope: apiScope,
  audience: developmentAudience,
  accessTokenTTL: tokenSeconds,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
};

interface Setting {
  readonly issuer: string;
  readonly publicUrl: string;
  readonly people: readonly DemoPerson[];
  readonly privateKey: JWK;
}

/** What oidc-provider needs to know: two ways to a token, one API, and the people of the demonstration. */
export function providerConfiguration({ issuer, publicUrl, people, privateKey }: Setting): Configuration {
  const personOf = (id: string | undefined) => people.find((person) => person.id === id);
  return {
    adapter: sessionStore(),
    clients: clientsOf(people, publicUrl),
    jwks: { keys: [privateKey] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    scopes: ['openid', 'profile', apiScope],
    claims: { openid: ['sub'], profile: ['name'] },
    clientBasedCORS: () => true,
    ttl: {
      AccessToken: tokenSeconds,
      ClientCredentials: tokenSeconds,
      IdToken: tokenSeconds,
      AuthorizationCode: 60,
      Grant: tokenSeconds,
      Interaction: interactionSeconds,
      Session: sessionSeconds,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => api,
      },
    },
    extraTokenClaims: (_, token) => {
      const person = personOf('accountId' in token ? token.accountId : token.clientId);
      return person === undefined ? undefined : claimsOf(person);
    },
    findAccount: (_, id) => {
      const person = personOf(id);
      if (person === undefined) return undefined;
      return { accountId: person.id, claims: () => ({ sub: person.id, ...claimsOf(person) }) };
    },
    loadExistingGrant: grantTheApi,
    interactions: { url: (_, interaction) => `${issuer}/interaction/${interaction.uid}` },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = renderFailure(out.error_description ?? out.error);
    },
  };
}
