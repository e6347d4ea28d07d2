import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { ApplicationsService } from '../applications/applications.service.ts';
import { present } from '../kernel/assert.ts';
import type { LetterEntity } from '../letters/letter.entity.ts';
import { CaseClocks } from './case-clocks.service.ts';
import { DelayNoticeEntity } from './delay-notice.entity.ts';
import { refused } from './domain/deadlines.problems.ts';
import { announcedNoticeRefusal } from './domain/record-checks.ts';
import { DueDates } from './due-dates.service.ts';

/** What sending a letter about time sets in motion: a delay counts from the day on which the applicant is told. */
@Injectable()
export class AnnouncedClock {
  readonly #applications: ApplicationsService;
  readonly #clocks: CaseClocks;
  readonly #dueDates: DueDates;

  constructor(applications: ApplicationsService, clocks: CaseClocks, dueDates: DueDates) {
    this.#applications = applications;
    this.#clocks = clocks;
    this.#dueDates = dueDates;
  }

  /**
   * @param application held by the caller; @param letter as it was sent
   * @throws DomainError `term-over` or `term-not-running` when the notice comes too late; nothing is kept then
   */
  async apply(manager: EntityManager, application: ApplicationEntity, letter: LetterEntity): Promise<void> {
    const announcedOn = present(letter.sentOn, 'effects follow from sending');
    if (letter.kind === 'delay-notice') {
      const notice = await manager.findOneBy(DelayNoticeEntity, { letterId: letter.id });
      const { basis } = present(notice, 'a letter about a delay has its notice');
      const before = await this.#clocks.of(manager, application);
      const refusal = announcedNoticeRefusal(before, basis, announcedOn);
      if (refusal !== null) throw refused(refusal);
      await manager.update(DelayNoticeEntity, { letterId: letter.id }, { announcedOn });
    }
    await this.#applications.raiseVersion(manager, application);
    await this.#dueDates.refresh(manager, application);
  }
}
