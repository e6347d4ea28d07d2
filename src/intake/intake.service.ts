import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import type { IdempotencyClaim } from '../platform/http/idempotency-key.ts';
import { ApplicationResponse } from '../applications/application.response.ts';
import { type CaseChange, HeldCases } from '../applications/held-cases.service.ts';
import { fullView } from '../identity/domain/case-view.ts';
import { LetterResponse } from '../letters/letter.response.ts';
import type { ApplicationContentRequest } from './application-content.request.ts';
import { ChangeApplication } from './change-application.service.ts';
import { ReceptionService } from './reception.service.ts';
import { RequestCompletion } from './request-completion.service.ts';
import type { RequestCompletionRequest } from './request-completion.request.ts';
import { type Stored, SubmitApplication } from './submit-application.service.ts';
import type { PaperApplicationRequest, SubmitApplicationRequest } from './submit-application.request.ts';
import type { SupplementRequest } from './supplement.request.ts';

/** Whoever sets something in motion here applies or handles, and sees the whole application. */
const responseOf = ({ application, kernCode, document }: Stored) =>
  ApplicationResponse.of(application, kernCode, document, fullView);

/** Opens the transaction of each use case of intake, and does its work at most once. */
@Injectable()
export class IntakeService {
  readonly #held: HeldCases;
  readonly #submit: SubmitApplication;
  readonly #change: ChangeApplication;
  readonly #completion: RequestCompletion;
  readonly #reception: ReceptionService;

  constructor(
    held: HeldCases,
    submit: SubmitApplication,
    change: ChangeApplication,
    completion: RequestCompletion,
    reception: ReceptionService,
  ) {
    this.#held = held;
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
    return this.#held.make({ actor, claim }, 'application:submit', async (manager) =>
      responseOf(await this.#submit.digital(manager, actor, request)),
    );
  }

  onPaper(
    actor: Actor,
    claim: IdempotencyClaim,
    request: PaperApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.#held.make({ actor, claim }, 'application:intake', async (manager) =>
      responseOf(await this.#submit.onPaper(manager, actor, request)),
    );
  }

  revise(change: CaseChange, request: ApplicationContentRequest): Promise<ApplicationResponse> {
    return this.#held.change(change, 'application:draft', async (manager, { application }) => {
      const { kern, version } = await this.#reception.destination(manager, request);
      const content = await this.#submit.contentOf(manager, request, { kern, version }, application.id);
      const changes = { ...content, kernId: kern.id, regulationVersionId: version.id };
      const iban = request.iban ?? null;
      const revised = await this.#change.revise(manager, change.actor, application, changes, iban);
      return responseOf({ application: revised, kernCode: kern.code, document: version.document });
    });
  }

  submitDraft(change: CaseChange): Promise<ApplicationResponse> {
    return this.#held.change(change, 'application:submit', async (manager, { application, kern }) => {
      const version = await this.#reception.currentVersion(manager, application);
      return responseOf(
        await this.#submit.submitDraft(manager, change.actor, application, { kern, version }),
      );
    });
  }

  supplement(change: CaseChange, request: SupplementRequest): Promise<ApplicationResponse> {
    return this.#held.change(change, 'application:supplement', async (manager, { application, kern }) => {
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

  withdraw(change: CaseChange): Promise<ApplicationResponse> {
    return this.#held.change(change, 'application:withdraw', async (manager, { application, kern }) => {
      const { document } = await this.#reception.boundVersion(manager, application);
      const withdrawn = await this.#change.withdraw(manager, change.actor, application);
      return responseOf({ application: withdrawn, kernCode: kern.code, document });
    });
  }

  requestCompletion(change: CaseChange, { items }: RequestCompletionRequest): Promise<LetterResponse> {
    return this.#held.change(change, 'application:request-completion', async (manager, visible) =>
      LetterResponse.of(await this.#completion.request(manager, change.actor, visible, items)),
    );
  }
}
