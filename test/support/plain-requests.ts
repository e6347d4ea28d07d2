import { completeApplication } from './test-service.ts';
import { paperApplication } from './case-steps.ts';

/** Bodies that are accepted, by operation, where a plain one made from the schema would not be. */
export const acceptableBodies: Readonly<Record<string, unknown>> = {
  createApplication: completeApplication({ intent: 'draft' }),
  reviseDraft: completeApplication({ intent: undefined }),
  createPaperApplication: paperApplication(),
  supplementApplication: { explanation: 'Zie hierboven.' },
  registerResolution: { number: 'B&W 2019-24', resolutionDate: '2019-05-06' },
  recordRecusal: { reason: 'De aanvrager is mijn zus.' },
  prepareCollegeList: { regulationCode: 'leefbaarheidsbudget-2019' },
};
