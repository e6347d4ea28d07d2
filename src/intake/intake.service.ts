import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { claimedBy, Transactions } from '../platform/database/transactions.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { type Visible, VisibleApplications } from '../applications/visible-applications.service.ts';
import { fullView } from '../identity/domain/case-view.ts';
import type { Action } from '../identity/domain/actions.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import { ChangeApplication } from './change-application.service.ts';
import { ReceptionService } from './reception.service.ts';
import { RequestCompletion } from './request-completion.service.ts';
import type { RequestCompletionRequest } from './request-completion.request.ts';
import { type Stored, SubmitApplication } from './submit-application.service.ts';
import type { PaperApplicationRequest, SubmitApplicationRequest } from './submit-application.request.ts';
import type { SupplementRequest } from './supplement.request.ts';

/** Which application is to be changed, by whom, and which version of it the caller has seen. */
export interface Change {
  readonly actor: Actor;
  readonly claim: IdempotencyClaim;
  readonly applicationId: string;
  readonly expectedVersion: number;
}

/** Whoever sets something in motion here applies or handles, and sees the whole application. */
const responseOf = ({ application, kernCode, document }: Stored) =>
  ApplicationResponse.of(application, kernCode, document, fullView);

/** Opens the transaction of each use case of intake, and does its work at most once. */
@Injectable()
export class IntakeService {
  readonly #transactions: Transactions;
  readonly #visible: VisibleApplications;
  readonly #submit: SubmitApplication;
  readonly #change: ChangeApplication;
  readonly #completion: RequestCompletion;
  readonly #reception: ReceptionService;

  constructor(
    transactions: Transactions,
    visible: VisibleApplications,
    submit: SubmitApplication,
    change: ChangeApplication,
    completion: RequestCompletion,
    reception: ReceptionService,
  ) {
    this.#transactions = transactions;
    this.#visible = visible;
    this.#submit = submit;
    this.#change = change;
    this.#completion = completion;
    this.#reception = reception;
  }

  digital(
    actor: Actor,
    claim: IdempotencyClaim,
    request: SubmitApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.#once(
      actor,
      claim,
      async (manager) => responseOf(await this.#submit.digital(manager, actor, request)),
      (manager, { id }) => this.#visible.open(manager, actor, 'application:submit', id),
    );
  }

  onPaper(
    actor: Actor,
    claim: IdempotencyClaim,
    request: PaperApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.#once(
      actor,
      claim,
      async (manager) => responseOf(await this.#submit.onPaper(manager, actor, request)),
      (manager, { id }) => this.#visible.open(manager, actor, 'application:intake', id),
    );
  }

  revise(change: Change, request: ApplicationContentRequest): Promise<ApplicationResponse> {
    return this.#changing(change, 'application:draft', async (manager, { application }) => {
      const { kern, version } = await this.#reception.destination(manager, request);
      const content = await this.#submit.contentOf(manager, request, { kern, version }, application.id);
      const changes = { ...content, kernId: kern.id, regulationVersionId: version.id };
      const iban = request.iban ?? null;
      const revised = await this.#change.revise(manager, change.actor, application, changes, iban);
      return responseOf({ application: revised, kernCode: kern.code, document: version.document });
    });
  }

  submitDraft(change: Change): Promise<ApplicationResponse> {
    return this.#changing(change, 'application:submit', async (manager, { application, kern }) => {
      const version = await this.#reception.currentVersion(manager, application);
      return responseOf(
        await this.#submit.submitDraft(manager, change.actor, application, { kern, version }),
      );
    });
  }

  supplement(change: Change, request: SupplementRequest): Promise<ApplicationResponse> {
    return this.#changing(change, 'application:supplement', async (manager, { application, kern }) => {
      const { document } = await this.#reception.boundVersion(manager, application);
      const supplemented = await this.#change.supplement(
        manager,
        change.actor,
        application,
        document,
        request,
      );
      return responseOf({ application: supplemented, kernCode: kern.code, document });
    });
  }

  withdraw(change: Change): Promise<ApplicationResponse> {
    return this.#changing(change, 'application:withdraw', async (manager, { application, kern }) => {
      const { document } = await this.#reception.boundVersion(manager, application);
      const withdrawn = await this.#change.withdraw(manager, change.actor, application);
      return responseOf({ application: withdrawn, kernCode: kern.code, document });
    });
  }

  requestCompletion(change: Change, { items }: RequestCompletionRequest): Promise<LetterResponse> {
    return this.#changing(change, 'application:request-completion', async (manager, visible) =>
      LetterResponse.of(await this.#completion.request(manager, change.actor, visible, items)),
    );
  }

  #changing<T>(
    { actor, claim, applicationId, expectedVersion }: Change,
    action: Action,
    work: (manager: EntityManager, visible: Visible) => Promise<T>,
  ): Promise<T> {
    return this.#once(
      actor,
      claim,
      async (manager) =>
        work(manager, await this.#visible.hold(manager, actor, action, applicationId, expectedVersion)),
      (manager) => this.#visible.open(manager, actor, action, applicationId),
    );
  }

  async #once<T>(
    actor: Actor,
    claim: IdempotencyClaim,
    work: (manager: EntityManager) => Promise<T>,
    mayRepeat: (manager: EntityManager, answer: T) => Promise<Visible>,
  ): Promise<T> {
    const { answer } = await this.#transactions.runOnce(claimedBy(actor, claim), work, mayRepeat);
    return answer;
  }
}
