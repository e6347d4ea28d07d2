import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Cents } from '../kernel/money.ts';
import type { Actor } from '../kernel/actor.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { type AgreedReduction, agreedReduction } from '../applications/domain/application-change.ts';
import type { Visible } from '../applications/visible-applications.service.ts';
import type { AssessedFinding } from '../assessment/domain/assessed-finding.ts';
import { FindingsService } from '../assessment/findings.service.ts';
import { BudgetsService } from '../budgets/budgets.service.ts';
import { LetterArchive } from '../letters/letter-archive.service.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import type { HistoryWarning } from '../regulations/domain/history.ts';
import type { RegulationDocument } from '../regulations/domain/regulation-document.ts';
import { RegulationsService } from '../regulations/regulations.service.ts';
import { type KnownDecision, KnownDecisions } from './known-decisions.service.ts';

/** As many letters as an overview shows; all of them are in the list of letters. */
export const mostLetters = 50;

/** What the other rooms know about one application. */
export interface CaseRecord {
  readonly document: RegulationDocument;
  /** Empty for a draft, of which nothing has been found yet. */
  readonly findings: readonly AssessedFinding[];
  readonly warnings: readonly HistoryWarning[];
  /** Null as long as the kern has no budget under the regulation. */
  readonly availableInKernCents: Cents | null;
  /** Null while there is none that the caller may know of. */
  readonly decision: KnownDecision | null;
  readonly letters: readonly LetterEntity[];
  /** What was asked for at first, when less was agreed; else null. */
  readonly reduction: AgreedReduction | null;
}

/** Gathers what is known of a case. */
@Injectable()
export class CaseRecords {
  readonly #regulations: RegulationsService;
  readonly #findings: FindingsService;
  readonly #budgets: BudgetsService;
  readonly #decisions: KnownDecisions;
  readonly #archive: LetterArchive;
  readonly #applications: ApplicationsService;

  constructor(
    regulations: RegulationsService,
    findings: FindingsService,
    budgets: BudgetsService,
    decisions: KnownDecisions,
    archive: LetterArchive,
    applications: ApplicationsService,
  ) {
    this.#regulations = regulations;
    this.#findings = findings;
    this.#budgets = budgets;
    this.#decisions = decisions;
    this.#archive = archive;
    this.#applications = applications;
  }

  async gather(manager: EntityManager, actor: Actor, visible: Visible): Promise<CaseRecord> {
    const { application } = visible;
    const version = await this.#regulations.version(manager, application.regulationVersionId);
    const { document } = version;
    const budget = await this.#budgets.of(manager, application.kernId, version.regulationId, document.year);
    const changes = await this.#applications.changesOf(manager, [application.id]);
    const received = application.receivedOn !== null;
    const assessed = received ? await this.#findings.assessed(manager, application, document) : null;
    return {
      document,
      findings: assessed?.findings ?? [],
      warnings: assessed?.warnings ?? [],
      availableInKernCents: budget?.available ?? null,
      decision: await this.#decisions.of(manager, actor, visible),
      letters: await this.#archive.newest(manager, application.id, mostLetters),
      reduction: agreedReduction(changes.get(application.id) ?? []),
    };
  }
}
