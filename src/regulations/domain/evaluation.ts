import { formatDutchDate } from '../../kernel/calendar-date.ts';
import type { ApplicationFacts, ComputedFinding } from './finding.ts';
import { findApplicantMayApply } from './groups/applicants.ts';
import { findInTime } from './groups/window.ts';
import type { RegulationDocument } from './regulation-document.ts';

/**
 * A grant needs an application before the activity ends (Awb 4:29 in connection with 4:43). An application
 * without dates is not held against the applicant: that is a matter of completing it.
 */
function findBeforeActivityEnds(facts: ApplicationFacts): ComputedFinding {
  const { activityEndsOn, receivedOn } = facts;
  if (activityEndsOn !== null && activityEndsOn < receivedOn) {
    return {
      criterionCode: 'before-activity',
      outcome: 'not-met',
      sentence: `De activiteit was al voorbij op ${formatDutchDate(activityEndsOn)}, vóór de aanvraag.`,
    };
  }
  return {
    criterionCode: 'before-activity',
    outcome: 'met',
    sentence: 'De aanvraag is gedaan voordat de activiteit voorbij is.',
  };
}

/** The basis in law or regulation of each computed finding, for letters. */
export const computedCriteria = {
  'in-time': { statement: 'De aanvraag is op tijd.', basis: 'de aanvraagperiode van de regeling' },
  applicant: {
    statement: 'De aanvrager hoort bij wie mag aanvragen.',
    basis: 'de doelgroep van de regeling',
  },
  'before-activity': {
    statement: 'De aanvraag is gedaan voordat de activiteit voorbij is.',
    basis: 'artikel 4:29 van de Algemene wet bestuursrecht',
  },
} as const;

/**
 * Every condition of the regulation with what the facts say of it: computed where the facts decide,
 * `needs-judgement` where people must judge. The order is fixed: same facts, same findings.
 */
export function evaluate(document: RegulationDocument, facts: ApplicationFacts): ComputedFinding[] {
  const computed = [
    findInTime(document, facts),
    findApplicantMayApply(document.applicants, facts),
    findBeforeActivityEnds(facts),
  ];
  const judged = document.criteria.map((criterion): ComputedFinding => ({
    criterionCode: criterion.code,
    outcome: 'needs-judgement',
    sentence: `Een medewerker beoordeelt: ${criterion.statement}`,
  }));
  return [...computed, ...judged];
}
