import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ApplicationEntity } from './application.entity.ts';

/** Keeps with an application how many co-applicants said yes, so that rules need not count them. */
@Injectable()
export class CoApplicantCounts {
  /** Notes the count of an application that the caller has locked; its version rises. */
  async note(
    manager: EntityManager,
    application: ApplicationEntity,
    consentedCoApplicants: number | null,
  ): Promise<void> {
    application.consentedCoApplicants = consentedCoApplicants;
    application.version += 1;
    const { version } = application;
    await manager.update(ApplicationEntity, application.id, { consentedCoApplicants, version });
  }
}
