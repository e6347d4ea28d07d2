import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { type TraceContext, writeTraceparent } from './trace-context.ts';
import { type RequestSpan, Tracing } from './tracing.ts';

const serviceName = 'kernbudget';

function contextOf(span: Span): TraceContext {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 };
}

function parentOf(caller: TraceContext | null): Context {
  if (caller === null) return ROOT_CONTEXT;
  const { traceId, spanId, isSampled } = caller;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/**
 * Sends spans to a collector (OTLP over HTTP). The spans are made by hand, for requests, transactions and calls to
 * others: instrumentation that patches modules does not reach modules of ESM that are loaded already. The sampler
 * and the headers of the exporter follow the standard variables (`OTEL_TRACES_SAMPLER`, `OTEL_EXPORTER_OTLP_HEADERS`).
 */
export class OpenTelemetryTracing extends Tracing {
  readonly #provider: BasicTracerProvider;
  readonly #current = new AsyncLocalStorage<Context>();

  /** @param url base address of the collector, without a slash at the end */
  constructor(url: string, version: string) {
    super();
    this.#provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${url}/v1/traces` }))],
    });
  }

  startRequest(caller: TraceContext | null): RequestSpan {
    const parent = parentOf(caller);
    const span = this.#start('request', SpanKind.SERVER, parent);
    const context = trace.setSpan(parent, span);
    return {
      context: contextOf(span),
      within: (work) => {
        this.#current.run(context, work);
      },
      end: ({ name, failed }, facts) => {
        span.updateName(name);
        span.setAttributes(facts);
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  async inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
    const parent = this.#current.getStore();
    if (parent === undefined) return work();
    const span = this.#start(name, SpanKind.CLIENT, parent);
    try {
      return await this.#current.run(trace.setSpan(parent, span), work);
    } catch (error) {
      // The kind of error and not its message, which may quote what somebody sent.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  }

  outgoingHeaders(): Readonly<Record<string, string>> {
    const span = trace.getSpan(this.#current.getStore() ?? ROOT_CONTEXT);
    return span ? { traceparent: writeTraceparent(contextOf(span)) } : {};
  }

  async close(): Promise<void> {
    // A collector that is away must not keep the service from stopping.
    await this.#provider.shutdown().catch(() => undefined);
  }

  #start(name: string, kind: SpanKind, parent: Context): Span {
    return this.#provider.getTracer(serviceName).startSpan(name, { kind }, parent);
  }
}
