import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../platform/http/fields/choice-fields.ts';
import type { Access, AccessLog } from './access-log.service.ts';

const readingMethods = ['GET', 'HEAD'];

/** What the parameters of paths are identifiers of. */
const kinds: Readonly<Record<string, string>> = { listId: 'college-list' };

/** The last identifier in the path: what the request is about most closely. */
function subjectOf({ params }: FastifyRequest): Pick<Access, 'subjectKind' | 'subjectId'> {
  const named = Object.entries((params ?? {}) as Record<string, unknown>);
  const [name, subjectId] = named.filter(([, value]) => isId(value)).at(-1) ?? [];
  if (name === undefined) return { subjectKind: null, subjectId: null };
  return { subjectKind: kinds[name] ?? name.replace(/Id$/, ''), subjectId: subjectId as string };
}

/** What is to be recorded of an answer, if anything. Writes record themselves. */
function accessOf(request: FastifyRequest, status: number): Access | null {
  const { actor, requestContext, routeOptions, method } = request;
  const { conduct } = routeOptions.config;
  if (actor === undefined || requestContext === null || conduct === undefined || conduct.right === 'public')
    return null;
  // Who gets a stored answer again, did nothing and looks at it.
  const reads = readingMethods.includes(method) || conduct.changesNothing || requestContext.repeated;
  const isRead = reads && status < 300;
  if (!isRead && !requestContext.denied) return null;
  return {
    actor,
    action: conduct.right,
    outcome: requestContext.denied ? 'denied' : 'read',
    ...subjectOf(request),
    request: requestContext,
    detail: { operation: conduct.operationId, status, ...requestContext.shown },
  };
}

/**
 * Records every read behind a login, and every refusal for lack of a right, before the answer leaves: nothing is
 * shown of which there is no record. A refusal that cannot be recorded is answered all the same.
 */
export function recordAccess(instance: FastifyInstance, log: AccessLog): void {
  instance.addHook('onSend', async (request, reply) => {
    const access = accessOf(request, reply.statusCode);
    if (access === null) return;
    const written = log.record(access);
    if (access.outcome === 'read') await written;
    else await written.catch((error: unknown) => request.log.error({ err: error }, 'refusal not recorded'));
  });
}
