import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { newId } from '../kernel/ids.ts';
import { KernBodyEntity } from '../ways/kern-body.entity.ts';
import { WayScopeEntity } from '../ways/way-scope.entity.ts';
import { WayVersionEntity } from '../ways/way-version.entity.ts';
import { burenKernenFrom } from './buren-municipality.ts';
import { burenBodies, burenWays } from './buren-ways.ts';

/** Where the ways of working belong, and from when they hold. */
interface Place {
  readonly kernIds: ReadonlyMap<string, string>;
  readonly regulationId: string;
  readonly activeFrom: CalendarDate;
  readonly by: string;
}

/** Gives every kern its bodies and its way of working, from the first day on which people can apply. */
export async function seedWays(manager: EntityManager, place: Place): Promise<void> {
  await insertBodies(manager, place);
  for (const [code, document] of Object.entries(burenWays)) {
    const id = newId();
    const { regulationId, activeFrom, kernIds } = place;
    await manager.insert(
      WayVersionEntity,
      Object.assign(new WayVersionEntity(), {
        ...{ id, code, number: 1, regulationId, document, activeFrom, writtenBy: [] },
        ...{ activatedBy: place.by, activatedAt: new Date(`${activeFrom}T00:00:00Z`) },
      }),
    );
    const scopes = document.kernCodes.flatMap((kernCode) => {
      const kernId = kernIds.get(kernCode);
      return kernId === undefined ? [] : [{ kernId, regulationId, activeFrom, versionId: id }];
    });
    await manager.insert(WayScopeEntity, scopes);
  }
}

async function insertBodies(manager: EntityManager, { kernIds, activeFrom, by }: Place): Promise<void> {
  const bodies = [...kernIds].flatMap(([kernCode, kernId]) =>
    burenBodies(kernCode).map((body) => ({
      ...{ id: newId(), kernId, ...body, validFrom: burenKernenFrom, validUntil: null, version: 1 },
      ...{ recordedBy: by, recordedAt: new Date(`${activeFrom}T00:00:00Z`) },
    })),
  );
  await manager.insert(KernBodyEntity, bodies);
}
