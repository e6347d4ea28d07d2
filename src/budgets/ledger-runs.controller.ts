import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { EnumField } from '../platform/http/fields/choice-fields.ts';
import { type IdempotencyClaim, IdempotencyKey } from '../platform/http/idempotency-key.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { Operation } from '../platform/http/operation.ts';
import type { Page } from '../platform/http/page.ts';
import { PageQuery } from '../platform/http/page.query.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import { runColumns } from './csv-columns.ts';
import { DecideRun } from './decide-run.service.ts';
import { type RunKind, runKinds } from './domain/runs/run.ts';
import { type RunStatus, runStatuses } from './ledger-run.entity.ts';
import { ProposeRunRequest, RejectRunRequest } from './ledger-run.request.ts';
import { LedgerRunResponse } from './ledger-run.response.ts';
import { ProposeRun } from './propose-run.service.ts';
import { ReadRuns } from './read-runs.service.ts';

const Run = () => PathId('runId', 'Kenmerk van de mutatie.');

export class RunsQuery extends PageQuery {
  @EnumField({ description: 'Alleen deze soort.', choices: runKinds, optional: true })
  kind?: RunKind;

  @EnumField({ description: 'Alleen met deze status.', choices: runStatuses, optional: true })
  status?: RunStatus;
}

@Controller('ledger-runs')
export class LedgerRunsController {
  readonly #propose: ProposeRun;
  readonly #decide: DecideRun;
  readonly #runs: ReadRuns;

  constructor(propose: ProposeRun, decide: DecideRun, runs: ReadRuns) {
    this.#propose = propose;
    this.#decide = decide;
    this.#runs = runs;
  }

  @Post()
  @Operation({
    id: 'proposeLedgerRun',
    summary: 'Stel een mutatie van budgetten voor',
    description:
      'Rekent uit wat er wordt geboekt (toekennen, overhevelen, herverdelen, meenemen, laten vrijvallen, een jaar afsluiten, of het geld van verleningen betalen, terugvorderen en vrijgeven) en bewaart dat als voorstel. Er wordt nog niets geboekt.',
    tag: 'grootboek',
    right: 'ledger:prepare',
    ok: LedgerRunResponse,
    status: 201,
    problems: [404, 409],
  })
  propose(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @Body() request: ProposeRunRequest,
  ): Promise<LedgerRunResponse> {
    return this.#propose.propose(actor, claim, request);
  }

  @Get()
  @Operation({
    id: 'listLedgerRuns',
    summary: 'De mutaties van budgetten',
    description: 'Voorgesteld, bevestigd en afgewezen; oudste eerst. Ook als CSV.',
    tag: 'grootboek',
    right: 'ledger:read',
    list: LedgerRunResponse,
    csv: { property: 'items', columns: runColumns },
  })
  list(@Query() query: RunsQuery): Promise<Page<LedgerRunResponse>> {
    return this.#runs.list(query);
  }

  @Get(':runId')
  @Operation({
    id: 'getLedgerRun',
    summary: 'Eén mutatie van budgetten',
    description: 'Met elke boeking die zij doet of deed.',
    tag: 'grootboek',
    right: 'ledger:read',
    ok: LedgerRunResponse,
  })
  get(@Run() runId: string): Promise<LedgerRunResponse> {
    return this.#runs.show(runId);
  }

  @Post(':runId/confirmation')
  @Operation({
    id: 'confirmLedgerRun',
    summary: 'Bevestig een mutatie',
    description:
      'Door een ander dan wie haar voorstelde. Alles wordt in één keer geboekt, of niets; is de stand veranderd, dan is een nieuw voorstel nodig.',
    tag: 'grootboek',
    right: 'ledger:confirm',
    ok: LedgerRunResponse,
    problems: [409],
  })
  confirm(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Run() runId: string,
  ): Promise<LedgerRunResponse> {
    return this.#decide.confirm(actor, claim, runId, expectedVersion);
  }

  @Post(':runId/rejection')
  @Operation({
    id: 'rejectLedgerRun',
    summary: 'Wijs een mutatie af',
    description: 'Het voorstel gaat niet door. Ook wie het deed kan het zo intrekken.',
    tag: 'grootboek',
    right: 'ledger:prepare',
    ok: LedgerRunResponse,
    problems: [409],
  })
  reject(
    @Caller() actor: Actor,
    @IdempotencyKey() claim: IdempotencyClaim,
    @IfMatch() expectedVersion: number,
    @Run() runId: string,
    @Body() request: RejectRunRequest,
  ): Promise<LedgerRunResponse> {
    return this.#decide.reject(actor, claim, runId, expectedVersion, request.reason);
  }
}
