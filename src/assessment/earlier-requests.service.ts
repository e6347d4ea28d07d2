import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { readRows } from '../platform/database/sent-statements.ts';
import type { EarlierRequest } from '../regulations/domain/finding.ts';

/** As many of the newest as anybody wants to read of one way in which they are alike. */
const mostPerWay = 20;

/**
 * What is alike is compared by blind index, so that nothing is opened. Somebody who logs in is also known by that,
 * under whatever name the form was filled in. While index keys are being changed, what stands under the old key is
 * found again as soon as its row has been done.
 */
const alikeText = `
  WITH mine AS (SELECT id, owner_subject, received_on FROM application WHERE id = ANY($1)),
  alike AS (
    SELECT mine.id, found.case_id AS other_id, secret.field AS way
    FROM mine
    JOIN case_secret AS secret ON secret.case_id = mine.id AND secret.field <> 'bsn'
    CROSS JOIN LATERAL (
      SELECT other.case_id FROM case_secret AS other
      JOIN earlier_request ON earlier_request.application_id = other.case_id
      WHERE other.field = secret.field AND other.index_digest = secret.index_digest
        AND other.case_id <> mine.id AND earlier_request.received_on <= mine.received_on
      ORDER BY other.case_id DESC LIMIT ${mostPerWay}
    ) AS found
    UNION
    SELECT mine.id, found.id, 'applicant'
    FROM mine
    CROSS JOIN LATERAL (
      SELECT other.id FROM application AS other
      WHERE other.owner_subject = mine.owner_subject AND other.id <> mine.id AND other.number IS NOT NULL
        AND other.received_on <= mine.received_on
      ORDER BY other.id DESC LIMIT ${mostPerWay}
    ) AS found
  )
  SELECT alike.id, request.application_id AS "applicationId", request.number, request.received_on AS "receivedOn",
    request.regulation_title AS "regulationTitle", request.granted_cents::float8 AS "grantedCents",
    array_agg(alike.way ORDER BY alike.way) AS ways
  FROM alike JOIN earlier_request AS request ON request.application_id = alike.other_id
  GROUP BY alike.id, request.application_id, request.number, request.received_on, request.regulation_title,
    request.granted_cents
  ORDER BY alike.id, request.received_on, request.number`;
const alike = { name: 'earlier-requests', text: alikeText };

interface AlikeRow {
  readonly id: string;
  readonly applicationId: string;
  readonly number: string;
  readonly receivedOn: CalendarDate;
  readonly regulationTitle: string;
  readonly grantedCents: number;
  readonly ways: readonly ('iban' | 'applicant' | 'address' | 'area' | 'activity')[];
}

/** An earlier application that is like another. */
export interface FoundEarlier {
  readonly applicationId: string;
  readonly request: EarlierRequest;
}

/** Finds earlier applications that are like others: for people to look at (never to refuse by). */
@Injectable()
export class EarlierRequests {
  /** The earlier applications of each, oldest first; none for which nothing is alike. */
  async of(
    manager: EntityManager,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, FoundEarlier[]>> {
    const found = new Map<string, FoundEarlier[]>();
    if (applicationIds.length === 0) return found;
    for (const row of await readRows<AlikeRow>(manager, alike, [[...applicationIds]])) {
      found.set(row.id, [
        ...(found.get(row.id) ?? []),
        { applicationId: row.applicationId, request: earlierOf(row) },
      ]);
    }
    return found;
  }
}

function earlierOf({ number, regulationTitle, receivedOn, grantedCents, ways }: AlikeRow): EarlierRequest {
  return {
    reference: `${number} (${regulationTitle})`,
    receivedOn,
    granted: grantedCents > 0,
    grantedCents: cents(grantedCents),
    same: ways.map((way) => (way === 'iban' ? 'account' : way)),
  };
}
