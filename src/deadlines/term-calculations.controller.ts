import { Body, Controller, Post } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.ts';
import { Operation } from '../platform/http/operation.ts';
import { deadlineProblems } from './domain/deadlines.problems.ts';
import { answerTerm, questionFaults } from './domain/term-calculation.ts';
import { TermCalculationRequest, TermCalculationResponse } from './term-calculation.message.ts';

/** Any term of the law, computed for who asks, without a case. */
@Controller('term-calculations')
export class TermCalculationsController {
  @Post()
  @Operation({
    id: 'calculateTerm',
    summary: 'Reken een termijn na',
    description:
      'Zonder inloggen, en er wordt niets bewaard. De laatste dag met elke stap van de berekening, zoals de dienst die voor zaken gebruikt. Van een zaak zelf staan de termijnen bij de aanvraag.',
    tag: 'termijnen',
    right: 'public',
    ok: TermCalculationResponse,
    status: 200,
    changesNothing: true,
  })
  calculate(@Body() question: TermCalculationRequest): TermCalculationResponse {
    const faults = questionFaults(question);
    if (faults.length > 0) {
      const detail = 'Er ontbreekt iets om deze termijn te kunnen berekenen.';
      throw DomainError.of(deadlineProblems, 'term-incomplete', detail, faults);
    }
    return TermCalculationResponse.of(answerTerm(question));
  }
}
