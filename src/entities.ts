import { ApplicationChangeEntity } from './applications/application-change.entity.ts';
import { ApplicationEntity } from './applications/application.entity.ts';
import { ApplicationEventEntity } from './applications/application-event.entity.ts';
import { AssignmentEntity } from './applications/assignment.entity.ts';
import { CompletionRequestEntity } from './applications/completion-request.entity.ts';
import { ForwardingEntity } from './applications/forwarding.entity.ts';
import { MergerEntity } from './applications/merger.entity.ts';
import { RecusalEntity } from './applications/recusal.entity.ts';
import { CaseWayEntity } from './assessment/case-way.entity.ts';
import { StepLapseEntity } from './assessment/step-lapse.entity.ts';
import { StepRecordEntity } from './assessment/step-record.entity.ts';
import { FindingEntity } from './assessment/finding.entity.ts';
import { AttachmentEntity } from './attachments/attachment.entity.ts';
import { PublicationConsentEntity } from './attachments/publication-consent.entity.ts';
import { AuditEntryEntity } from './audit/audit-entry.entity.ts';
import { BudgetEntity } from './budgets/budget.entity.ts';
import { LedgerEntryEntity } from './budgets/ledger-entry.entity.ts';
import { LedgerHeadEntity } from './budgets/ledger-head.entity.ts';
import { LedgerLimitEntity } from './budgets/ledger-limit.entity.ts';
import { LedgerResolutionEntity } from './budgets/ledger-resolution.entity.ts';
import { LedgerRunEntity } from './budgets/ledger-run.entity.ts';
import { LedgerYearEntity } from './budgets/ledger-year.entity.ts';
import { CaseNoteEntity } from './correspondence/case-note.entity.ts';
import { CalendarFeedEntity } from './deadlines/calendar-feed.entity.ts';
import { DecisionTermEntity } from './deadlines/decision-term.entity.ts';
import { DefaultNoticeEntity } from './deadlines/default-notice.entity.ts';
import { DelayNoticeEntity } from './deadlines/delay-notice.entity.ts';
import { DueDateEntity } from './deadlines/due-date.entity.ts';
import { PenaltyDecisionEntity } from './deadlines/penalty-decision.entity.ts';
import { PromisedDateEntity } from './deadlines/promised-date.entity.ts';
import { TermSuspensionEntity } from './deadlines/term-suspension.entity.ts';
import { ChangedDecisionEntity } from './decisions/changed-decision.entity.ts';
import { CollegeListEntity } from './decisions/college-list.entity.ts';
import { CollegeListLineEntity } from './decisions/college-list-line.entity.ts';
import { DecisionEntity } from './decisions/decision.entity.ts';
import { MandateEntity } from './identity/mandate.entity.ts';
import { MessageChoiceEntity } from './announcements/message-choice.entity.ts';
import { OfficialEntity } from './identity/official.entity.ts';
import { SubstitutionEntity } from './identity/substitution.entity.ts';
import { KernEntity } from './kernen/kern.entity.ts';
import { LetterDispatchEntity } from './letters/letter-dispatch.entity.ts';
import { LaboratoryRunEntity } from './laboratory/laboratory-run.entity.ts';
import { LetterDocumentEntity } from './letters/letter-document.entity.ts';
import { LetterTemplateEntity } from './letters/letter-template.entity.ts';
import { LetterSenderEntity } from './letters/letter-sender.entity.ts';
import { LetterEntity } from './letters/letter.entity.ts';
import { PartyEntity } from './parties/party.entity.ts';
import type { EntityClass } from './platform/database/data-source.ts';
import { KernInhabitantsEntity } from './regulations/kern-inhabitants.entity.ts';
import { RegulationDraftEntity } from './regulations/regulation-draft.entity.ts';
import { RegulationEndingEntity } from './regulations/regulation-ending.entity.ts';
import { RegulationEntity } from './regulations/regulation.entity.ts';
import { RegulationVersionEntity } from './regulations/regulation-version.entity.ts';
import { AdviceEntity } from './rounds/advice.entity.ts';
import { RankingEntity } from './rounds/ranking.entity.ts';
import { RemainderChoiceEntity } from './rounds/remainder-choice.entity.ts';
import { ScoreSheetEntity } from './rounds/score-sheet.entity.ts';
import { VoteRecordEntity } from './rounds/vote-record.entity.ts';
import { CaseKeyEntity } from './secrets/case-key.entity.ts';
import { KernBodyEntity } from './ways/kern-body.entity.ts';
import { WayDraftEntity } from './ways/way-draft.entity.ts';
import { WayScopeEntity } from './ways/way-scope.entity.ts';
import { WayVersionEntity } from './ways/way-version.entity.ts';

/** Every table that is read or written through TypeORM. */
export const entities: readonly EntityClass[] = [
  KernEntity,
  AuditEntryEntity,
  CaseKeyEntity,
  MandateEntity,
  OfficialEntity,
  SubstitutionEntity,
  RegulationEntity,
  RegulationVersionEntity,
  KernInhabitantsEntity,
  RegulationDraftEntity,
  RegulationEndingEntity,
  LetterEntity,
  LetterDispatchEntity,
  LetterDocumentEntity,
  LetterSenderEntity,
  LetterTemplateEntity,
  BudgetEntity,
  LedgerEntryEntity,
  LedgerHeadEntity,
  LedgerLimitEntity,
  LedgerResolutionEntity,
  LedgerRunEntity,
  LedgerYearEntity,
  KernBodyEntity,
  WayDraftEntity,
  WayScopeEntity,
  WayVersionEntity,
  ApplicationChangeEntity,
  ApplicationEntity,
  ApplicationEventEntity,
  CompletionRequestEntity,
  ForwardingEntity,
  MergerEntity,
  RecusalEntity,
  AssignmentEntity,
  AttachmentEntity,
  PublicationConsentEntity,
  PartyEntity,
  FindingEntity,
  AdviceEntity,
  RankingEntity,
  MessageChoiceEntity,
  RemainderChoiceEntity,
  ScoreSheetEntity,
  VoteRecordEntity,
  CaseWayEntity,
  StepLapseEntity,
  LaboratoryRunEntity,
  StepRecordEntity,
  CollegeListEntity,
  CollegeListLineEntity,
  DecisionEntity,
  ChangedDecisionEntity,
  CalendarFeedEntity,
  DecisionTermEntity,
  DefaultNoticeEntity,
  DelayNoticeEntity,
  DueDateEntity,
  PenaltyDecisionEntity,
  PromisedDateEntity,
  TermSuspensionEntity,
  CaseNoteEntity,
];
