import { Controller, Get, Query } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { FlagField } from '../platform/http/fields/number-fields.ts';
import { CodeField } from '../platform/http/fields/text-field.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathCode } from '../platform/http/path-parameter.ts';
import { letterCodeUnknown } from '../letters/domain/letters.problems.ts';
import { LetterVerification } from '../letters/letter-verification.service.ts';

export class VerificationQuery {
  @CodeField({ description: 'SHA-256 van het bestand dat u hebt, in hexadecimale cijfers.', optional: true })
  sha256?: string;
}

export class VerificationResponse {
  @FlagField({ description: 'Of deze gemeente een brief met deze code heeft verzonden.' })
  sent!: boolean;

  @FlagField({
    description: 'Of uw bestand precies die brief is; null als u geen hash meestuurt.',
    nullable: true,
  })
  sameContent!: boolean | null;
}

/** For whoever holds a letter and wonders whether it is genuine. It says nothing about what is in it. */
@Controller('letters')
export class LetterVerificationController {
  readonly #manager: EntityManager;
  readonly #verification: LetterVerification;

  constructor(manager: EntityManager, verification: LetterVerification) {
    this.#manager = manager;
    this.#verification = verification;
  }

  @Get(':verificationCode/verification')
  @Operation({
    id: 'verifyLetter',
    summary: 'Ga na of een brief echt is',
    description:
      'Met de controlecode die onderaan de brief staat, zonder in te loggen. Stuurt u de hash van het bestand mee, dan hoort u ook of het bestand onveranderd is.',
    tag: 'brieven',
    right: 'public',
    ok: VerificationResponse,
  })
  async verify(
    @PathCode('verificationCode', 'Controlecode, zoals 7K3M-QX9A-2TBV.') code: string,
    @Query() { sha256 }: VerificationQuery,
  ): Promise<VerificationResponse> {
    const letter = await this.#verification.sent(this.#manager, code);
    if (letter === null) throw letterCodeUnknown();
    const sameContent = sha256 === undefined ? null : letter.sha256 === sha256.toLowerCase();
    return Object.assign(new VerificationResponse(), { sent: true, sameContent });
  }
}
