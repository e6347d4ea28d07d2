import { completeApplication } from './test-service.ts';

/** Bodies that would be accepted from who may send them, so that nothing but the right can stand in the way. */
export const bodiesAboutCases: Readonly<Record<string, unknown>> = {
  reviseDraft: { ...completeApplication(), intent: undefined },
  supplementApplication: { explanation: 'Zie hierboven.' },
  requestCompletion: { items: [{ what: 'Een begroting', why: 'Om te kunnen rekenen.' }] },
  recordNote: {
    ...{ kind: 'call', direction: 'received', withWhom: 'Fenna Voorbeeld' },
    content: 'Vraagt wanneer zij iets hoort.',
  },
  correctApplication: { origin: 'entry', reason: 'Verkeerd overgenomen.', title: 'Een betere titel' },
  reduceApplication: {
    ...{ agreedOn: '2019-03-04', agreedHow: 'phone', agreedWith: 'De aanvrager', requestedCents: 50_000 },
    ...{ evidence: 'Gespreksnotitie van vandaag.', reason: 'De bank kan tweedehands.' },
  },
  mergeApplication: { duplicateId: '019a0000-0000-7000-8000-00000000fffe', duplicateVersion: 1 },
  forwardApplication: {
    ...{ bodyName: 'Gedeputeerde staten', bodyAddressLines: ['Postbus 1'] },
    reason: 'De provincie gaat over deze weg.',
  },
  recordFinding: { outcome: 'not-met', reason: 'Dat lijkt mij niet.' },
  recordRecusal: { reason: 'De aanvrager is mijn zus.' },
  endRecusal: { reason: 'Het was een naamgenoot.' },
  assignApplication: {},
  announceLetter: { sentOn: '2019-03-04', channel: 'post' },
  announceCollegeList: { sentOn: '2019-03-04' },
  takeDecision: {},
  changeGrant: { kind: 'withdrawn', requestedOn: '2019-03-04', reason: 'Het plan gaat niet door.' },
  recordStep: { findings: {} },
  resendLetter: { sentOn: '2019-03-04', channel: 'post' },
  extendTerm: { announcedOn: '2019-03-04', reason: 'Er is nog een advies nodig.' },
  recordDelayNotice: {
    announcedOn: '2019-03-04',
    expectedOn: '2019-09-04',
    reason: 'Er is nog een advies nodig.',
  },
  suspendTerm: {
    ground: 'force-majeure',
    startsAfter: '2019-03-04',
    reason: 'Het gemeentehuis staat blank.',
  },
  resumeTerm: { until: '2019-03-04' },
  giveDefaultNotice: {},
  decidePenalty: {
    ...{ decidedOn: '2019-03-04', resolutionNumber: 'B&W 2019-9' },
    reason: 'Het besluit kwam te laat.',
  },
  chooseRemainder: { declinesPart: true },
  explainLetter: { paragraphs: ['Wij wensen u veel plezier.'] },
  correctLetter: { because: 'In de brief stond een verkeerd adres.' },
  chooseMessages: { messageKind: 'decision', channel: 'post' },
  recordScores: { scores: [{ criterionCode: 'meeting', points: 1 }] },
  promiseDate: { promisedOn: '2019-04-01', reason: 'Zo staat het op de website.' },
};
