import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { Class } from './fields/field.ts';
import { HttpProblem } from './http-problem.ts';
import { readInput } from './read-input.ts';

/** Reads the body and the query of every route into the class that the route asks for. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || metatype === undefined || metatype === Object) return value;
    const input = readInput(metatype as Class, value, type);
    if (input.kind === 'refused') throw new HttpProblem('invalid-input', input.faults);
    return input.value;
  }
}
