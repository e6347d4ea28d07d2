import type { MigrationClass } from '../src/platform/database/data-source.ts';
import { Platform1574000000001 } from './1574000000001-platform.ts';
import { Kernen1574000000002 } from './1574000000002-kernen.ts';
import { Audit1574000000003 } from './1574000000003-audit.ts';
import { Regulations1574000000004 } from './1574000000004-regulations.ts';
import { Budgets1574000000005 } from './1574000000005-budgets.ts';
import { Letters1574000000006 } from './1574000000006-letters.ts';
import { Applications1574000000007 } from './1574000000007-applications.ts';
import { Assessment1574000000008 } from './1574000000008-assessment.ts';
import { Decisions1574000000009 } from './1574000000009-decisions.ts';
import { Views1574000000010 } from './1574000000010-views.ts';
import { CaseKeys1574000000011 } from './1574000000011-case-keys.ts';
import { SealedTexts1574000000012 } from './1574000000012-sealed-texts.ts';
import { DutiesApart1574000000013 } from './1574000000013-duties-apart.ts';
import { LedgerPosting1574000000015 } from './1574000000015-ledger-posting.ts';
import { LedgerRuns1574000000016 } from './1574000000016-ledger-runs.ts';
import { StateBeforeDecision1574000000020 } from './1574000000020-state-before-decision.ts';
import { RecusalsEnd1574000000021 } from './1574000000021-recusals-end.ts';
import { Assignments1574000000022 } from './1574000000022-assignments.ts';
import { KernNames1574000000030 } from './1574000000030-kern-names.ts';
import { BudgetsOfAllKernen1574000000031 } from './1574000000031-budgets-of-all-kernen.ts';
import { LeanPosting1574000000032 } from './1574000000032-lean-posting.ts';
import { Deadlines1574000000040 } from './1574000000040-deadlines.ts';
import { DueDates1574000000041 } from './1574000000041-due-dates.ts';
import { CalendarFeeds1574000000042 } from './1574000000042-calendar-feeds.ts';
import { LettersAboutTime1574000000043 } from './1574000000043-letters-about-time.ts';
import { AlikeApplications1574000000050 } from './1574000000050-alike-applications.ts';
import { KernInhabitants1574000000051 } from './1574000000051-kern-inhabitants.ts';
import { RegulationEndings1574000000052 } from './1574000000052-regulation-endings.ts';
import { LotDraws1574000000060 } from './1574000000060-lot-draws.ts';
import { Rounds1574000000061 } from './1574000000061-rounds.ts';
import { ExplainedLists1574000000062 } from './1574000000062-explained-lists.ts';
import { MandatedDecisions1574000000063 } from './1574000000063-mandated-decisions.ts';
import { LifeOfLetters1574000000080 } from './1574000000080-life-of-letters.ts';
import { LetterTemplates1574000000081 } from './1574000000081-letter-templates.ts';
import { Ways1574000000100 } from './1574000000100-ways.ts';
import { Steps1574000000101 } from './1574000000101-steps.ts';
import { LedgerPapers1574000000110 } from './1574000000110-ledger-papers.ts';
import { OpenGrants1574000000111 } from './1574000000111-open-grants.ts';
import { WaitingList1574000000130 } from './1574000000130-waiting-list.ts';
import { TextsOfLists1574000000131 } from './1574000000131-texts-of-lists.ts';
import { MinutesOfVotes1574000000132 } from './1574000000132-minutes-of-votes.ts';
import { MessageChoices1574000000140 } from './1574000000140-message-choices.ts';
import { LettersComposedAgain1574000000141 } from './1574000000141-letters-composed-again.ts';
import { Laboratory1574000000150 } from './1574000000150-laboratory.ts';
import { WayMeasures1574000000151 } from './1574000000151-way-measures.ts';
import { StepAttachments1574000000152 } from './1574000000152-step-attachments.ts';
import { SearchWords1574000000160 } from './1574000000160-search-words.ts';
import { CaseNotes1574000000161 } from './1574000000161-case-notes.ts';
import { Substitutions1574000000162 } from './1574000000162-substitutions.ts';
import { WaitingWork1574000000163 } from './1574000000163-waiting-work.ts';
import { AssignmentReasons1574000000164 } from './1574000000164-assignment-reasons.ts';
import { Attachments1574000000170 } from './1574000000170-attachments.ts';
import { Parties1574000000171 } from './1574000000171-parties.ts';
import { ChangesBeforeDecision1574000000180 } from './1574000000180-changes-before-decision.ts';
import { DecisionTerms1574000000190 } from './1574000000190-decision-terms.ts';
import { PiecesOfDestroyedCases1574000000191 } from './1574000000191-pieces-of-destroyed-cases.ts';
import { Holds1574000000194 } from './1574000000194-holds.ts';

/** Every change of the tables, in the order of their numbers. A migration that was released is never edited. */
export const migrations: readonly MigrationClass[] = [
  Platform1574000000001,
  Kernen1574000000002,
  Audit1574000000003,
  Regulations1574000000004,
  Budgets1574000000005,
  Letters1574000000006,
  Applications1574000000007,
  Assessment1574000000008,
  Decisions1574000000009,
  Views1574000000010,
  CaseKeys1574000000011,
  SealedTexts1574000000012,
  DutiesApart1574000000013,
  LedgerPosting1574000000015,
  LedgerRuns1574000000016,
  StateBeforeDecision1574000000020,
  RecusalsEnd1574000000021,
  Assignments1574000000022,
  KernNames1574000000030,
  BudgetsOfAllKernen1574000000031,
  LeanPosting1574000000032,
  Deadlines1574000000040,
  DueDates1574000000041,
  CalendarFeeds1574000000042,
  LettersAboutTime1574000000043,
  AlikeApplications1574000000050,
  KernInhabitants1574000000051,
  RegulationEndings1574000000052,
  LotDraws1574000000060,
  Rounds1574000000061,
  ExplainedLists1574000000062,
  MandatedDecisions1574000000063,
  LifeOfLetters1574000000080,
  LetterTemplates1574000000081,
  Ways1574000000100,
  Steps1574000000101,
  LedgerPapers1574000000110,
  OpenGrants1574000000111,
  WaitingList1574000000130,
  TextsOfLists1574000000131,
  MinutesOfVotes1574000000132,
  MessageChoices1574000000140,
  LettersComposedAgain1574000000141,
  Laboratory1574000000150,
  WayMeasures1574000000151,
  StepAttachments1574000000152,
  SearchWords1574000000160,
  CaseNotes1574000000161,
  Substitutions1574000000162,
  WaitingWork1574000000163,
  AssignmentReasons1574000000164,
  Attachments1574000000170,
  Parties1574000000171,
  ChangesBeforeDecision1574000000180,
  DecisionTerms1574000000190,
  PiecesOfDestroyedCases1574000000191,
  Holds1574000000194,
];
