import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { documentedPathPart } from './documented-parameter.ts';
import { isId } from './fields/choice-fields.ts';
import { type FaultCode, faultTexts } from './fields/fault-texts.ts';
import { HttpProblem } from './http-problem.ts';

const codeForm = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/;

function pathPart(context: ExecutionContext, name: string): string {
  const parameters = context.switchToHttp().getRequest<FastifyRequest>().params as Record<string, string>;
  return parameters[name] ?? '';
}

function refuse(name: string, code: Extract<FaultCode, 'not-an-id' | 'not-a-code'>): never {
  throw new HttpProblem('invalid-input', [{ in: 'path', location: name, code, detail: faultTexts[code]() }]);
}

/** The identifier in the path of a route, such as `:applicationId`. */
export function PathId(name: string, description: string): ParameterDecorator {
  return createParamDecorator(
    (_data: unknown, context: ExecutionContext) => {
      const id = pathPart(context, name);
      return isId(id) ? id.toLowerCase() : refuse(name, 'not-an-id');
    },
    [documentedPathPart({ name, description, schema: { type: 'string', format: 'uuid' } })],
  )();
}

/** A code in the path of a route, such as that of a kern: letters, digits, hyphens and dots. */
export function PathCode(name: string, description: string): ParameterDecorator {
  return createParamDecorator(
    (_data: unknown, context: ExecutionContext) => {
      const code = pathPart(context, name);
      return codeForm.test(code) ? code : refuse(name, 'not-a-code');
    },
    [
      documentedPathPart({
        name,
        description,
        schema: { type: 'string', maxLength: 64, pattern: codeForm.source },
      }),
    ],
  )();
}

/** A year in the path of a route, from 1900 to 2199. */
export function PathYear(name: string, description: string): ParameterDecorator {
  return createParamDecorator(
    (_data: unknown, context: ExecutionContext) => {
      const year = pathPart(context, name);
      if (/^(19|20|21)\d{2}$/.test(year)) return Number(year);
      const detail = 'Geef een jaar van vier cijfers.';
      throw new HttpProblem('invalid-input', [{ in: 'path', location: name, code: 'not-a-year', detail }]);
    },
    [documentedPathPart({ name, description, schema: { type: 'integer', minimum: 1900, maximum: 2199 } })],
  )();
}
