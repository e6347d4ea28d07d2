import { formOf } from './attachment-steps.ts';
import { completeApplication } from './test-service.ts';
import { paperApplication } from './case-steps.ts';

/**
 * Bodies that are accepted from who may send them, by operation, so that nothing but the right or the state of a case can
 * stand in the way; left out where a plain one made from the schema is accepted.
 */
export const acceptableBodies: Readonly<Record<string, unknown>> = {
  recordSubstitution: { substituteSubject: 'ander', fromDate: '2019-05-06', untilDate: '2019-05-10' },
  previewDeskHandover: { receivers: [{ subject: 'ander' }] },
  searchCases: { text: 'Dorpsstraat' },
  addAttachment: formOf(),
  nameParty: {
    ...{ role: 'co-applicant', name: 'Gijs Verzonnen', street: 'Dorpsstraat', houseNumber: '14' },
    ...{ postcode: '4031 AB', place: 'Ingen' },
  },
  recordPaperConsent: { signedOn: '2019-03-04', attachmentId: '019a0000-0000-7000-8000-000000000001' },
  confirmParty: { code: '0'.repeat(32) },
  previewPartyConfirmation: { code: '0'.repeat(32) },
  recordPublicationConsent: { given: true, saidBy: 'Fenna Voorbeeld' },
  createApplication: completeApplication({ intent: 'draft' }),
  reviseDraft: completeApplication({ intent: undefined }),
  createPaperApplication: paperApplication(),
  supplementApplication: { explanation: 'Zie hierboven.' },
  correctApplication: { origin: 'entry', reason: 'Verkeerd overgenomen.', title: 'Een betere titel' },
  registerResolution: { number: 'B&W 2019-24', resolutionDate: '2019-05-06' },
  recordNote: {
    ...{ kind: 'call', direction: 'received', withWhom: 'Fenna Voorbeeld' },
    content: 'Vraagt wanneer zij iets hoort.',
  },
  recordRecusal: { reason: 'De aanvrager is mijn zus.' },
  extendTerm: { announcedOn: '2019-03-04', reason: 'Wij wachten op een advies.' },
  recordDelayNotice: {
    ...{ announcedOn: '2019-03-04', expectedOn: '2019-09-02' },
    reason: 'Wij wachten op een advies.',
  },
  suspendTerm: { ground: 'force-majeure', startsAfter: '2019-03-04', reason: 'Het gemeentehuis is dicht.' },
  resumeTerm: { until: '2019-03-04' },
  giveDefaultNotice: {},
  decidePenalty: {
    decidedOn: '2019-03-04',
    resolutionNumber: 'B&W 2019-9',
    reason: 'Dit volgt uit de dagen.',
  },
  promiseDate: { promisedOn: '2019-06-03', reason: 'Zo is afgesproken aan de telefoon.' },
  recordLetterSender: {
    validFrom: '2199-01-01',
    facts: {
      ...{ municipalityName: 'Lindenrade', collegeName: 'college', phone: '14 0999' },
      ...{ visitingAddressLines: ['Plein 1'], postalAddressLines: ['Postbus 10'], email: null },
      website: 'www.lindenrade.example',
      objection: { postalAddressLines: ['Postbus 10'], digitalAddress: 'www.lindenrade.example/bezwaar' },
      court: { name: 'rechtbank Rivierland', addressLines: ['Postbus 9999'] },
      mark: { svgPath: 'M0 0 L40 0 L20 40 Z', width: 40, height: 40 },
      accentColor: '#1f4e5f',
    },
    contact: { name: 'Team Leefbaarheid', phone: '14 0999' },
    digitalAddress: 'www.lindenrade.example/aanvraag',
    college: {
      mayorName: 'B. Bos',
      mayorTitle: 'burgemeester',
      secretaryName: 'S. Smit',
      secretaryTitle: 'secretaris',
    },
  },
  createLetterTemplate: {
    kind: 'grant',
    subject: null,
    sections: [{ name: 'own-text', heading: 'Kom kijken', blocks: [{ kind: 'text', text: 'Tot dan!' }] }],
  },
  prepareCollegeList: { regulationCode: 'leefbaarheidsbudget-2019', kernCodes: ['ingen'] },
  requestCompletion: { items: [{ what: 'Een begroting', why: 'Om te kunnen rekenen.' }] },
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
  endRecusal: { reason: 'Het was een naamgenoot.' },
  assignApplication: {},
  announceLetter: { sentOn: '2019-03-04', channel: 'post' },
  announceCollegeList: { sentOn: '2019-03-04' },
  takeDecision: {},
  changeGrant: { kind: 'withdrawn', requestedOn: '2019-03-04', reason: 'Het plan gaat niet door.' },
  recordStep: { findings: {} },
  resendLetter: { sentOn: '2019-03-04', channel: 'post' },
  chooseRemainder: { declinesPart: true },
  explainLetter: { paragraphs: ['Wij wensen u veel plezier.'] },
  correctLetter: { because: 'In de brief stond een verkeerd adres.' },
  chooseMessages: { messageKind: 'decision', channel: 'post' },
  recordScores: { scores: [{ criterionCode: 'meeting', points: 1 }] },
};
