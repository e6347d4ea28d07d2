import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Header, Module, Patch, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError, type ProblemCatalogue } from '../../src/kernel/domain-error.ts';
import { AdjustableClock } from '../../src/kernel/clock.ts';
import { createHttpApplication } from '../../src/platform/http/create-http-application.ts';
import {
  EmailField,
  IbanField,
  KvkNumberField,
  PhoneField,
  PostcodeField,
} from '../../src/platform/http/fields/contact-fields.ts';
import { EnumField, IdField } from '../../src/platform/http/fields/choice-fields.ts';
import { CalendarDateField, InstantField } from '../../src/platform/http/fields/date-fields.ts';
import { CentsField, FlagField, IntegerField } from '../../src/platform/http/fields/number-fields.ts';
import { ListField, ObjectField } from '../../src/platform/http/fields/object-fields.ts';
import { TextField } from '../../src/platform/http/fields/text-field.ts';
import { VersionField } from '../../src/platform/http/fields/version-field.ts';
import type { HttpOptions } from '../../src/platform/http/http-options.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../../src/platform/http/idempotency-key.ts';
import { IfMatch, requireVersion } from '../../src/platform/http/if-match.ts';
import { Operation, Right } from '../../src/platform/http/operation.ts';
import { decodePageKey, type Page, pageOf } from '../../src/platform/http/page.ts';
import { PageQuery } from '../../src/platform/http/page.query.ts';
import { PathId } from '../../src/platform/http/path-parameter.ts';

const ideaProblems = {
  'idea-unknown': { kind: 'not-found', title: 'Dit idee is er niet' },
  'idea-closed': { kind: 'conflict', title: 'Dit idee is gesloten' },
} satisfies ProblemCatalogue;

class CostRequest {
  @TextField({ description: 'Waarvoor.', maxLength: 100 })
  description!: string;

  @CentsField({ description: 'Bedrag in centen.' })
  amountCents!: number;
}

class AddressRequest {
  @TextField({ description: 'Straat en huisnummer.', maxLength: 100 })
  street!: string;

  @PostcodeField({ description: 'Postcode.' })
  postcode!: string;
}

class SubmitIdeaRequest {
  @TextField({ description: 'Naam van het idee.', maxLength: 80 })
  name!: string;

  @TextField({ description: 'Toelichting.', maxLength: 2000, multiline: true, optional: true })
  explanation?: string;

  @CentsField({ description: 'Gevraagd bedrag in centen.' })
  requestedCents!: number;

  @CalendarDateField({ description: 'Dag van de activiteit.' })
  activityDate!: string;

  @EnumField({ description: 'Soort aanvrager.', choices: ['resident', 'organisation'] })
  applicantKind!: 'resident' | 'organisation';

  @ListField(() => CostRequest, { description: 'Kosten.', maxItems: 5, optional: true })
  costs?: CostRequest[];

  @ObjectField(() => AddressRequest, { description: 'Adres.', optional: true })
  address?: AddressRequest;

  @IbanField({ description: 'Rekeningnummer.', optional: true })
  iban?: string;

  @KvkNumberField({ description: 'KvK-nummer.', optional: true })
  kvkNumber?: string;

  @EmailField({ description: 'E-mailadres.', optional: true })
  email?: string;

  @PhoneField({ description: 'Telefoonnummer.', optional: true })
  phone?: string;

  @FlagField({ description: 'Open voor iedereen.', optional: true })
  openToAll?: boolean;

  @IntegerField({ description: 'Aantal deelnemers.', minimum: 1, maximum: 100_000, optional: true })
  participants?: number;

  @InstantField({ description: 'Begin.', optional: true })
  startsAt?: Date;

  @IdField({ description: 'Eerdere ideeën.', optional: true, list: { maxItems: 3 } })
  earlierIds?: string[];
}

class IdeaResponse {
  @IdField({ description: 'Kenmerk.' })
  id!: string;

  @TextField({ description: 'Naam.', maxLength: 80 })
  name!: string;

  @VersionField()
  version!: number;
}

class IdeasQuery extends PageQuery {
  @EnumField({
    description: 'Alleen deze soort.',
    choices: ['resident', 'organisation'],
    optional: true,
    list: { maxItems: 2 },
  })
  kind?: string[];
}

const ideas: IdeaResponse[] = [1, 2, 3].map((number) => ({
  id: `019a0000-0000-7000-8000-00000000000${number}`,
  name: `Idee ${number}`,
  version: number,
}));

@Controller('ideas')
class IdeasController {
  @Get()
  @Operation({
    id: 'listIdeas',
    summary: 'Lijst van ideeën',
    description: 'Geeft de ideeën, oudste eerst.',
    tag: 'ideeën',
    right: 'public',
    list: IdeaResponse,
  })
  list(@Query() query: IdeasQuery): Page<IdeaResponse> {
    const after = decodePageKey(query.after, ['id']);
    const rows = ideas.filter(({ id }) => after === null || id > after[0]).slice(0, query.limit + 1);
    return pageOf(rows, query.limit, ({ id }) => [id]);
  }

  @Post()
  @Operation({
    id: 'submitIdea',
    summary: 'Dien een idee in',
    description: 'Legt een idee vast.',
    tag: 'ideeën',
    right: 'idea:submit',
    ok: IdeaResponse,
    status: 201,
  })
  submit(@Body() request: SubmitIdeaRequest, @IdempotencyKey() claim: IdempotencyClaim): object {
    return { ...request, version: 1, claim };
  }

  @Get('poster')
  @Operation({
    id: 'getPoster',
    summary: 'Poster',
    description: 'Geeft de poster.',
    tag: 'ideeën',
    right: 'public',
    file: 'application/pdf',
  })
  @Header('content-type', 'application/pdf')
  poster(): Buffer {
    return Buffer.from('%PDF-1.7');
  }

  @Get(':ideaId')
  @Operation({
    id: 'getIdea',
    summary: 'Eén idee',
    description: 'Geeft één idee.',
    tag: 'ideeën',
    right: 'idea:read',
    ok: IdeaResponse,
  })
  read(@PathId('ideaId', 'Kenmerk van het idee.') ideaId: string): IdeaResponse {
    return found(ideaId);
  }

  @Patch(':ideaId')
  @Operation({
    id: 'renameIdea',
    summary: 'Wijzig een idee',
    description: 'Geeft een idee een andere naam.',
    tag: 'ideeën',
    right: 'idea:change',
    ok: IdeaResponse,
  })
  rename(
    @PathId('ideaId', 'Kenmerk van het idee.') ideaId: string,
    @IfMatch() version: number,
    @Body() request: CostRequest,
    @IdempotencyKey() claim: IdempotencyClaim,
  ): IdeaResponse {
    const idea = found(ideaId);
    requireVersion(version, idea.version);
    if (idea.name === 'Idee 3')
      throw DomainError.of(ideaProblems, 'idea-closed', 'Over dit idee is besloten.');
    return { ...idea, name: `${request.description} (${claim.key})`, version: idea.version + 1 };
  }
}

function found(id: string): IdeaResponse {
  const idea = ideas.find((each) => each.id === id);
  if (idea === undefined)
    throw DomainError.of(ideaProblems, 'idea-unknown', 'Er is geen idee met dit kenmerk.');
  return idea;
}

@Controller()
class FaultsController {
  @Get('failure')
  @Right('public')
  fail(): never {
    throw new TypeError('secret inner detail');
  }
}

@Controller('health')
class HealthController {
  @Get()
  @Right('public')
  health(): object {
    return { status: 'ok' };
  }
}

@Module({ controllers: [IdeasController, FaultsController, HealthController] })
export class DemonstrationModule {}

export const demonstrationOptions: HttpOptions = {
  version: '1.2.3',
  publicUrl: 'https://subsidie.voorbeeld.nl',
  securityContact: 'mailto:beveiliging@voorbeeld.nl',
  contact: { name: 'Beheer', url: 'https://voorbeeld.nl', email: 'beheer@voorbeeld.nl' },
  title: 'Voorbeeld',
  description: 'Een kleine dienst om het gedrag over HTTP te tonen.',
  tags: { ideeën: 'Ideeën van inwoners.' },
  clock: new AdjustableClock(new Date('2019-05-02T10:00:00Z')),
  logLevel: 'error',
};

export async function startDemonstration(
  options: Partial<HttpOptions> = {},
): Promise<NestFastifyApplication> {
  const application = await createHttpApplication(DemonstrationModule, {
    ...demonstrationOptions,
    ...options,
  });
  await application.listen(0, '127.0.0.1');
  return application;
}

export function urlOf(application: NestFastifyApplication): string {
  return `http://127.0.0.1:${(application.getHttpServer().address() as AddressInfo).port}`;
}
