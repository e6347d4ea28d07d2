import type { OpenAPIObject } from '@nestjs/swagger';
import {
  commonHeaders,
  commonSchemas,
  type DescribedAnswer,
  nameOfProblem,
  problemAnswer,
} from './openapi-components.ts';
import { headerReference, problemsExtension } from './operation.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
interface Parameter {
  in?: string;
  name?: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The statuses of problems that follow from what an operation takes and who may use it. */
function problemStatusesOf(operation: Operation): number[] {
  const parameters = (operation.parameters ?? []) as Parameter[];
  const has = (place: string, name?: string) =>
    parameters.some((parameter) => parameter.in === place && (name === undefined || parameter.name === name));
  const own = (Reflect.get(operation, problemsExtension) ?? []) as number[];
  return [
    400,
    406,
    429,
    500,
    503,
    ...(operation.security ? [401, 403] : []),
    ...(has('path') ? [404, 414] : []),
    ...(has('header', 'Idempotency-Key') ? [409] : []),
    ...(has('header', 'If-Match') ? [412, 428] : []),
    ...(operation.requestBody ? [413, 415] : []),
    ...own,
  ];
}

function completeOperation(operation: Operation, isOpenApi: boolean): number[] {
  const statuses = [...new Set(problemStatusesOf(operation))].sort();
  Reflect.deleteProperty(operation, problemsExtension);
  for (const answer of Object.values(operation.responses) as DescribedAnswer[]) {
    answer.headers = {
      ...answer.headers,
      'API-Version': headerReference('API-Version'),
      'X-Request-Id': headerReference('X-Request-Id'),
      traceparent: headerReference('traceparent'),
      RateLimit: headerReference('RateLimit'),
      'RateLimit-Policy': headerReference('RateLimit-Policy'),
      ...(isOpenApi && { 'access-control-allow-origin': { schema: { type: 'string', enum: ['*'] } } }),
    };
  }
  for (const status of statuses) {
    operation.responses[status] = { $ref: `#/components/responses/${nameOfProblem(status)}` };
  }
  return statuses;
}

/** Takes out the routes without an Operation: health and the like belong to the service, not to the API. */
function keepOperations(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  const kept = Object.entries(paths).map(([path, item]) => {
    const operations = methods.filter((method) => item[method] && problemsExtension in item[method]);
    return [path, Object.fromEntries(operations.map((method) => [method, item[method]]))] as const;
  });
  return Object.fromEntries(kept.filter(([, item]) => Object.keys(item).length > 0));
}

/**
 * Adds to a generated description what holds for every route: the headers of each answer, and the problems
 * that follow from what a route takes. Routes then need not repeat it and cannot forget it.
 */
export function completeDocument(
  document: OpenAPIObject,
  tags: Readonly<Record<string, string>>,
): OpenAPIObject {
  const paths = keepOperations(document.paths);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, operation: operation as Operation })),
  );
  const statuses = operations.flatMap(({ path, operation }) =>
    completeOperation(operation, path === '/openapi.json'),
  );
  const responses = Object.fromEntries(
    statuses.map((status) => [nameOfProblem(status), problemAnswer(status)]),
  );
  // A part that nothing refers to is a finding of its own.
  const used = JSON.stringify([paths, responses]);
  const headers = Object.entries(commonHeaders).filter(([name]) => used.includes(`/headers/${name}"`));
  const tagNames = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))].sort();
  return {
    ...document,
    paths,
    tags: tagNames.map((name) => ({ name, description: tags[name] ?? `Alles over ${name}.` })),
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, ...commonSchemas },
      headers: Object.fromEntries(headers),
      responses,
    } as OpenAPIObject['components'],
  };
}
