import type { Measurement } from './measurement.ts';
import { decisionWithCommit } from './measurements/decision-with-commit.ts';
import { dueDates } from './measurements/due-dates.ts';
import { growth } from './measurements/growth.ts';
import { keyRotation } from './measurements/key-rotation.ts';
import { ledgerCommit } from './measurements/ledger-commit.ts';
import { ledgerGrowth } from './measurements/ledger-growth.ts';
import { laboratory } from './measurements/laboratory.ts';
import { letterRendering } from './measurements/letter-rendering.ts';
import { proposals } from './measurements/proposals.ts';
import { regulationEvaluation } from './measurements/regulation-evaluation.ts';
import { residentMemory } from './measurements/resident-memory.ts';
import { resolutionOfManyLines } from './measurements/resolution-of-many-lines.ts';
import { routeLayers } from './measurements/route-layers.ts';
import { start } from './measurements/start.ts';
import { submitOverHttp } from './measurements/submit-over-http.ts';
import { workingDay } from './measurements/working-day.ts';
import { tokenVerification } from './measurements/token-verification.ts';
import { wayLint } from './measurements/way-lint.ts';

/** All measurements, in the order in which they run: memory after all that goes through the shared service. */
export const measurements: readonly Measurement[] = [
  submitOverHttp,
  routeLayers,
  tokenVerification,
  decisionWithCommit,
  resolutionOfManyLines,
  ledgerCommit,
  growth,
  workingDay,
  ledgerGrowth,
  keyRotation,
  proposals,
  regulationEvaluation,
  wayLint,
  laboratory,
  letterRendering,
  dueDates,
  residentMemory,
  start,
];
