import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Where figures are kept until Prometheus fetches them. Labels are from short lists, and never about a person. */
export class Metrics {
  readonly #registry = new Registry();

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Figures of the process itself: memory, processor time, event-loop delay. */
  addProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    buckets: readonly number[],
  ): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [this.#registry] });
  }

  /** A figure that is looked up when it is asked for. What can not be looked up is left out. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: (gauge: Gauge<Label>) => void | Promise<void>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.#registry],
      async collect(this: Gauge<Label>) {
        this.reset();
        await Promise.resolve(read(this)).catch(() => undefined);
      },
    });
  }

  /** All figures, in the text form of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
