import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { buren2019 } from '../../src/seeds/buren-2019.ts';
import { burenKernen, burenKernenFrom } from '../../src/seeds/buren-municipality.ts';
import { burenBodies, burenWays } from '../../src/seeds/buren-ways.ts';
import { lintWay } from '../../src/ways/domain/lint/lint-way.ts';
import { longestWay } from '../../src/ways/domain/step-order.ts';

const context = {
  regulation: buren2019,
  on: calendarDate('2019-01-01'),
  kernen: new Map(
    Object.entries(burenKernen).map(([code, name]) => {
      const days = { validFrom: burenKernenFrom, validUntil: null };
      return [code, { code, name, bodies: burenBodies(code).map((body) => ({ ...body, ...days })) }];
    }),
  ),
};

describe('The ways of working with which the service begins', () => {
  it.each(Object.entries(burenWays))('%s keeps to the law, and to the promise of an answer', (_code, way) => {
    expect(lintWay(way, context)).toEqual({ kind: 'sound', document: way });
    // From 1 June until 1 July.
    expect(longestWay(way.steps).days + way.decisionDays).toBeLessThanOrEqual(30);
  });

  it('are one for every kern', () => {
    const covered = Object.values(burenWays).flatMap(({ kernCodes }): string[] => [...kernCodes]);
    expect(covered.sort()).toEqual(Object.keys(burenKernen).sort());
  });
});
