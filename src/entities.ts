import { ApplicationEntity } from './applications/application.entity.ts';
import { ApplicationEventEntity } from './applications/application-event.entity.ts';
import { CompletionRequestEntity } from './applications/completion-request.entity.ts';
import { FindingEntity } from './assessment/finding.entity.ts';
import { AuditEntryEntity } from './audit/audit-entry.entity.ts';
import { BudgetEntity } from './budgets/budget.entity.ts';
import { BudgetLimitEntity } from './budgets/budget-limit.entity.ts';
import { LedgerEntryEntity } from './budgets/ledger-entry.entity.ts';
import { CollegeListEntity } from './decisions/college-list.entity.ts';
import { CollegeListLineEntity } from './decisions/college-list-line.entity.ts';
import { DecisionEntity } from './decisions/decision.entity.ts';
import { KernEntity } from './kernen/kern.entity.ts';
import { LetterDocumentEntity } from './letters/letter-document.entity.ts';
import { LetterSenderEntity } from './letters/letter-sender.entity.ts';
import { LetterEntity } from './letters/letter.entity.ts';
import type { EntityClass } from './platform/database/data-source.ts';
import { RegulationEntity } from './regulations/regulation.entity.ts';
import { RegulationVersionEntity } from './regulations/regulation-version.entity.ts';

/** Every table that is read or written through TypeORM. */
export const entities: readonly EntityClass[] = [
  KernEntity,
  AuditEntryEntity,
  RegulationEntity,
  RegulationVersionEntity,
  LetterEntity,
  LetterDocumentEntity,
  LetterSenderEntity,
  BudgetEntity,
  BudgetLimitEntity,
  LedgerEntryEntity,
  ApplicationEntity,
  ApplicationEventEntity,
  CompletionRequestEntity,
  FindingEntity,
  CollegeListEntity,
  CollegeListLineEntity,
  DecisionEntity,
];
