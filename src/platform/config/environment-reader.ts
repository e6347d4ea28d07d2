export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment, each in one Dutch sentence that names the variable. */
export class ConfigurationFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['De configuratie klopt niet:', ...faults.map((fault) => `  - ${fault}`)].join('\n'));
    this.name = 'ConfigurationFault';
    this.faults = faults;
  }
}

/**
 * Reads variables and collects what is wrong with them, so that an operator sees every fault at once. After a
 * fault a reader goes on with a harmless value, which nobody gets because `refuseFaults` throws.
 */
export class EnvironmentReader {
  readonly #environment: Environment;
  readonly #faults: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  fault(sentence: string): void {
    this.#faults.push(sentence);
  }

  /** The value without surrounding spaces; null when it is absent or empty. */
  text(name: string): string | null {
    return this.#environment[name]?.trim() || null;
  }

  required(name: string, why: string): string {
    const value = this.text(name);
    if (value === null) this.fault(`${name} ontbreekt; ${why}.`);
    return value ?? '';
  }

  /** A whole number within a range, both ends included. */
  integer(name: string, absent: number, [least, most]: readonly [number, number]): number {
    const value = this.text(name);
    if (value === null) return absent;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
    if (number >= least && number <= most) return number;
    this.fault(`${name} is "${value}"; het moet een geheel getal van ${least} tot en met ${most} zijn.`);
    return absent;
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], absent: Choice): Choice {
    const value = this.text(name);
    const chosen = choices.find((choice) => choice === value);
    if (value !== null && chosen === undefined) {
      this.fault(`${name} is "${value}"; het moet een van deze zijn: ${choices.join(', ')}.`);
    }
    return chosen ?? absent;
  }

  /** A comma-separated list of texts; empty when it is absent. */
  list(name: string): readonly string[] {
    const parts = (this.text(name) ?? '').split(',').map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }

  /** The names of the variables that are set and begin like this. */
  namesFrom(start: string): readonly string[] {
    return Object.keys(this.#environment).filter(
      (name) => name.startsWith(start) && this.text(name) !== null,
    );
  }

  /** A comma-separated list of choices. */
  listOf<Choice extends string>(
    name: string,
    choices: readonly Choice[],
    absent: readonly Choice[],
  ): readonly Choice[] {
    const value = this.text(name);
    if (value === null) return absent;
    const named = value.split(',').map((part) => part.trim());
    const unknown = named.filter((part) => !choices.some((choice) => choice === part));
    if (unknown.length > 0) {
      this.fault(`${name} noemt ${unknown.join(', ')}; mogelijk zijn: ${choices.join(', ')}.`);
    }
    return choices.filter((choice) => named.includes(choice));
  }

  /** An absolute URL of one of the schemes, such as `https:`; null when it is absent. */
  url(name: string, schemes: readonly string[]): URL | null {
    const value = this.text(name);
    if (value === null) return null;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url && schemes.includes(url.protocol)) return url;
    // The value is not repeated, because it may hold a password.
    this.fault(
      `${name} is geen geldig adres dat begint met ${schemes.map((scheme) => `${scheme}//`).join(' of ')}.`,
    );
    return null;
  }

  /** @throws ConfigurationFault with all faults, when there are any */
  refuseFaults(): void {
    if (this.#faults.length > 0) throw new ConfigurationFault(this.#faults);
  }
}
