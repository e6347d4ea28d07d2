/** Knows which methods each path of the service has, to answer 405 instead of 404. */
export class RouteIndex {
  readonly #routes = new Map<
    string,
    { readonly segments: readonly string[]; readonly methods: Set<string> }
  >();

  /** Adds a route; `:name` stands for one part of the path and `*` for the rest of it. */
  add(method: string | readonly string[], path: string): void {
    const route = this.#routes.get(path) ?? { segments: path.split('/'), methods: new Set<string>() };
    for (const each of typeof method === 'string' ? [method] : method) route.methods.add(each);
    this.#routes.set(path, route);
  }

  /** The methods that the path has, in alphabetical order; none when there is no such path. */
  methodsOf(path: string): string[] {
    const parts = path.split('/');
    const methods = new Set<string>();
    for (const route of this.#routes.values()) {
      if (matches(route.segments, parts)) for (const method of route.methods) methods.add(method);
    }
    return [...methods].sort();
  }
}

function matches(segments: readonly string[], parts: readonly string[]): boolean {
  if (segments.at(-1) === '*') {
    return (
      parts.length >= segments.length && matches(segments.slice(0, -1), parts.slice(0, segments.length - 1))
    );
  }
  return (
    segments.length === parts.length &&
    segments.every((segment, index) =>
      segment.startsWith(':') ? parts[index] !== '' : segment === parts[index],
    )
  );
}
