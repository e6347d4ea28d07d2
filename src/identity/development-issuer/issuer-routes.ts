import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { DemoPerson } from './demo-person.ts';
import { renderChoice, renderFailure, renderPeople } from './pages.ts';

export interface IssuerRoutes {
  readonly provider: Provider;
  readonly people: readonly DemoPerson[];
  /** The path below which the routes are registered. */
  readonly path: string;
}

function html(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    .send(page);
}

/** Lets somebody be whom they choose. The choice stands in the path, so that no form has to be read. */
function addLoginPages(fastify: FastifyInstance, provider: Provider, people: readonly DemoPerson[]): void {
  const ended = (reply: FastifyReply) => {
    return html(reply, 400, renderFailure('Deze inlogpoging is verlopen. Begin opnieuw bij uw toepassing.'));
  };

  fastify.get<{ Params: { uid: string } }>('/interaction/:uid', async (request, reply) => {
    const login = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
    if (login === null) return ended(reply);
    return html(reply, 200, renderChoice(people, `${provider.issuer}/interaction/${login.uid}`));
  });

  fastify.post<{ Params: { uid: string; person: string } }>(
    '/interaction/:uid/:person',
    async (request, reply) => {
      const person = people.find(({ id }) => id === request.params.person);
      if (person === undefined) return html(reply, 404, renderFailure('Deze persoon is er niet.'));
      const choice = { login: { accountId: person.id, remember: false }, consent: {} };
      const returnTo = await provider.interactionResult(request.raw, reply.raw, choice).catch(() => null);
      return returnTo === null ? ended(reply) : reply.redirect(returnTo, 303);
    },
  );
}

/** Hands a request to the provider as if it were at the root; `originalUrl` tells it where it really is. */
function handOver(provider: Provider, path: string) {
  const handle = provider.callback();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.hijack();
    const { raw } = request;
    const originalUrl = raw.url ?? '';
    Object.assign(raw, { originalUrl, url: originalUrl.slice(path.length) });
    await handle(raw, reply.raw);
    // What is logged of the request afterwards is where it really was.
    raw.url = originalUrl;
  };
}

/** The routes of the issuer: who there are, the login, and all that OpenID Connect prescribes. */
export function issuerRoutes({ provider, people, path }: IssuerRoutes): FastifyPluginCallback {
  return (plugin, _, done) => {
    // The provider reads bodies itself, whatever the API accepts.
    plugin.removeAllContentTypeParsers();
    plugin.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    plugin.get('/', { prefixTrailingSlash: 'no-slash' }, (_request, reply) => {
      return html(reply, 200, renderPeople(people, provider.issuer));
    });
    addLoginPages(plugin, provider, people);
    plugin.route({ method: ['GET', 'POST', 'OPTIONS'], url: '/*', handler: handOver(provider, path) });
    done();
  };
}
