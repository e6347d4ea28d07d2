import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DecisionEntity } from './decision.entity.ts';

/** Reads decisions. */
@Injectable()
export class DecisionsService {
  /** The decision on an application, or null while there is none. */
  findOf(manager: EntityManager, applicationId: string): Promise<DecisionEntity | null> {
    return manager.findOneBy(DecisionEntity, { applicationId });
  }
}
