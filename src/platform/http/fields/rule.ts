import { type FaultCode, faultTexts } from './fault-texts.ts';

/** One demand on a value: the code and the Dutch sentence say what is wrong when it does not hold. */
export interface Rule {
  readonly code: FaultCode;
  readonly detail: string;
  readonly holds: (value: unknown) => boolean;
}

/** Makes a rule; `parameter` is what the sentence of the code mentions, such as a limit. */
export function rule<Code extends FaultCode>(
  code: Code,
  holds: (value: unknown) => boolean,
  ...parameter: Parameters<(typeof faultTexts)[Code]>
): Rule {
  const text = faultTexts[code] as (...parameters: unknown[]) => string;
  return { code, holds, detail: text(...parameter) };
}

/** A rule for texts only; a value of another type is the matter of another rule. */
export function textRule<Code extends FaultCode>(
  code: Code,
  holds: (text: string) => boolean,
  ...parameter: Parameters<(typeof faultTexts)[Code]>
): Rule {
  return rule(code, (value) => typeof value !== 'string' || holds(value), ...parameter);
}

/** A rule for numbers only; a value of another type is the matter of another rule. */
export function numberRule<Code extends FaultCode>(
  code: Code,
  holds: (number: number) => boolean,
  ...parameter: Parameters<(typeof faultTexts)[Code]>
): Rule {
  return rule(code, (value) => typeof value !== 'number' || holds(value), ...parameter);
}
