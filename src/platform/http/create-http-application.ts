import accepts from '@fastify/accepts';
import type { DynamicModule, Type } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { addRequestMetrics } from './request-metrics.ts';
import { addRequestContext } from './request-context.ts';
import { addRequestTracing } from './request-tracing.ts';
import { answerHeaders, type AnswerHeaders, setAnswerHeaders } from './answer-headers.ts';
import { serveDocumentation } from './api-documentation.ts';
import {
  bodyLimitBytes,
  defaultTimeouts,
  type HttpOptions,
  type HttpTimeouts,
  outsidePrefix,
  pathPrefix,
} from './http-options.ts';
import { limitBodyTime } from './body-time.ts';
import { HttpModule } from './http.module.ts';
import { InputPipe } from './input.pipe.ts';
import { readOnlyJson } from './json-body.ts';
import { describeApi, OpenApiDocument } from './openapi-document.ts';
import { ProblemFilter, sendProblem } from './problem.filter.ts';
import { answerClientError, answerWhatNodeWouldDrop } from './raw-answers.ts';
import { addCommonHeaders, addRequestConduct } from './request-conduct.ts';
import { noTracing } from '../telemetry/tracing.ts';
import { addRequestLimits } from './request-limits.ts';
import { requestIdOf } from './request-id.ts';
import { addRequestLog, FrameworkLog, logSerializers } from './request-log.ts';
import { addAnswerHeaders } from './route-conduct.ts';
import { checkRoutes } from './routes-check.ts';

/**
 * Makes the application: the module with the business, inside everything that HTTP asks of it. The caller can
 * still mount other things (the development issuer, say) before `listen` or `init`.
 * @throws Error when a route does not say who may use it.
 */
export async function createHttpApplication(
  root: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const headers = await answerHeaders(options.version);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const adapter = adapterFor(options, timeouts, headers);
  const instance = adapter.getInstance();
  // The order matters: the hook that sets the headers and refuses what is wrong comes before all routes.
  addRequestTracing(instance, options.tracing ?? noTracing);
  addRequestLog(instance);
  if (options.metrics) addRequestMetrics(instance, options.metrics);
  addCommonHeaders(instance, headers);
  if (options.limits) addRequestLimits(instance, options.limits);
  addRequestConduct(instance);
  addRequestContext(instance);
  addAnswerHeaders(instance);
  await instance.register(accepts);
  answerWhatNodeWouldDrop(instance.server, headers);
  limitBodyTime(instance.server, timeouts);
  const application = await NestFactory.create<NestFastifyApplication>(
    HttpModule.around(root, options),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      logger: new FrameworkLog(instance.log),
    },
  );
  readOnlyJson(instance);
  application.setGlobalPrefix(pathPrefix, { exclude: outsidePrefix });
  application.useGlobalFilters(new ProblemFilter());
  application.useGlobalPipes(new InputPipe());
  checkRoutes(application.get(DiscoveryService, { strict: false }));
  application.get(OpenApiDocument, { strict: false }).set(describeApi(application, options));
  serveDocumentation(instance, options.title);
  return application;
}

function adapterFor(options: HttpOptions, timeouts: HttpTimeouts, headers: AnswerHeaders): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: options.trustProxy ?? false,
    bodyLimit: bodyLimitBytes,
    routerOptions: { maxParamLength: 200 },
    genReqId: requestIdOf,
    // The limit of Node is one for all; `limitBodyTime` has the one for whoever sends no file.
    requestTimeout: timeouts.upload,
    connectionTimeout: timeouts.idleConnection,
    keepAliveTimeout: timeouts.keepAlive,
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.checkEvery,
      // Node would answer a request without Host by itself, without our headers; a hook does it.
      requireHostHeader: false,
    },
    // While closing, requests that still arrive on open connections are answered as always.
    return503OnClosing: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: options.logLevel ?? 'info',
      serializers: logSerializers,
      ...(options.logDestination && { stream: options.logDestination }),
    },
    clientErrorHandler: answerClientError(headers),
    // The router refuses an address that it cannot read before any hook runs.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setAnswerHeaders(reply.raw, headers, request.id);
      sendProblem(error, request, reply);
    },
  });
}
