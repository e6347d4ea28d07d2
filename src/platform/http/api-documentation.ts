import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { documentationPolicy } from './answer-headers.ts';
import { pathPrefix } from './http-options.ts';

const path = '/docs';

/** Parts of Swagger UI, which comes with the package that generates the description, and their media types. */
const parts = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

const page = (title: string) => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<link rel="stylesheet" href="${path}/swagger-ui.css">
<link rel="icon" type="image/png" href="${path}/favicon-32x32.png">
</head>
<body>
<main id="api"></main>
<script src="${path}/swagger-ui-bundle.js"></script>
<script src="${path}/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({
  url: '/${pathPrefix}/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
});
`;

/**
 * Serves a browsable copy of the description of the API. All its parts come from this service, and its own
 * content policy lets it load these parts and nothing else.
 */
export function serveDocumentation(instance: FastifyInstance, title: string): void {
  const serve = (url: string, mediaType: string, content: () => unknown) => {
    instance.get(url, (_request, reply) =>
      reply.header('content-security-policy', documentationPolicy).type(mediaType).send(content()),
    );
  };
  serve(path, 'text/html; charset=utf-8', () => page(title));
  serve(`${path}/start.js`, 'text/javascript; charset=utf-8', () => start);
  const fromHere = createRequire(import.meta.url);
  const fromSwagger = createRequire(fromHere.resolve('@nestjs/swagger'));
  for (const [part, mediaType] of Object.entries(parts)) {
    const file = fromSwagger.resolve(`swagger-ui-dist/${part}`);
    serve(`${path}/${part}`, mediaType, () => createReadStream(file));
  }
}
