/** How money is divided when there is not enough (published beforehand: Awb 4:26). */
export interface Distribution {
  readonly order: 'day-of-completeness';
  readonly tie: 'lot';
  /** What the first application gets that does not fit. */
  readonly atCeiling: 'remainder' | 'nothing';
  readonly moment: 'after-window-closes' | 'as-they-come';
}

const atCeilingSentences = {
  remainder: 'De eerste aanvraag die niet meer helemaal past, krijgt wat er over is.',
  nothing: 'Een aanvraag die niet helemaal past, krijgt niets.',
} as const satisfies Record<Distribution['atCeiling'], string>;

const momentSentences = {
  'after-window-closes': 'Wij beslissen over alle aanvragen nadat de aanvraagperiode is gesloten.',
  'as-they-come': 'Wij beslissen over elke aanvraag zodra die compleet is.',
} as const satisfies Record<Distribution['moment'], string>;

export function distributionSentences(distribution: Distribution): string[] {
  return [
    'Per kern geldt de volgorde van de dag waarop een aanvraag compleet is. Bij dezelfde dag beslist het lot.',
    atCeilingSentences[distribution.atCeiling],
    momentSentences[distribution.moment],
  ];
}
