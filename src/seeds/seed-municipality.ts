import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { newId } from '../kernel/ids.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { BudgetOpening } from '../budgets/budget-opening.service.ts';
import { KernEntity } from '../kernen/kern.entity.ts';
import { LetterSenderEntity } from '../letters/letter-sender.entity.ts';
import { firstDayOfWindow } from '../regulations/domain/groups/window.ts';
import { RegulationEntity } from '../regulations/regulation.entity.ts';
import { RegulationVersionEntity } from '../regulations/regulation-version.entity.ts';
import { buren2019 } from './buren-2019.ts';
import { burenKernen, burenKernenFrom, burenSender, burenSenderFrom } from './buren-municipality.ts';
import { seedWays } from './seed-ways.ts';

const seeder: Actor = {
  subject: 'kernbudget:seed',
  name: 'Inrichting',
  roles: [],
  kernCodes: [],
  represents: null,
};

/**
 * Fills an empty database with gemeente Buren: kernen, sender of letters, regulation 2019, and for each kern a budget and
 * a way of working.
 */
export async function seedMunicipality(application: INestApplicationContext): Promise<void> {
  const opening = application.get(BudgetOpening, { strict: false });
  await application.get(Transactions, { strict: false }).run(async (manager) => {
    // Two services that start at once on an empty database take turns.
    await manager.query(
      "SELECT pg_advisory_xact_lock(hashtext('kernbudget seed'), hashtext(current_schema()))",
    );
    if (await manager.exists(KernEntity)) return;
    const kernIds = await insertKernen(manager);
    await manager.insert(LetterSenderEntity, { validFrom: burenSenderFrom, sender: burenSender });
    const regulationId = await insertRegulation(manager);
    for (const kernId of kernIds.values()) {
      await opening.open(manager, seeder, {
        kernId,
        regulationId,
        year: buren2019.year,
        ceilingCents: buren2019.ceiling.amountCents,
        reference: buren2019.ceiling.publicationReference,
        countsOn: calendarDate(`${buren2019.year}-01-01`),
      });
    }
    const activeFrom = firstDayOfWindow(buren2019.window);
    await seedWays(manager, { kernIds, regulationId, activeFrom, by: seeder.subject });
  });
}

/** @returns the ids of the kernen by their code */
async function insertKernen(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const kernen = Object.entries(burenKernen).map(([code, name]) => ({
    id: newId(),
    code,
    name,
    validFrom: burenKernenFrom,
    validUntil: null,
  }));
  await manager.insert(KernEntity, kernen);
  return new Map(kernen.map(({ code, id }) => [code, id]));
}

async function insertRegulation(manager: EntityManager): Promise<string> {
  const regulation = {
    id: newId(),
    code: 'leefbaarheidsbudget-2019',
    title: buren2019.title,
    year: buren2019.year,
  };
  await manager.insert(RegulationEntity, regulation);
  const version = Object.assign(new RegulationVersionEntity(), {
    id: newId(),
    regulationId: regulation.id,
    version: 1,
    document: buren2019,
    publishedOn: buren2019.ceiling.publishedOn,
    publicationReference: buren2019.ceiling.publicationReference,
    inForceFrom: firstDayOfWindow(buren2019.window),
    inForceUntil: null,
    writtenBy: [],
    publishedBy: seeder.subject,
  });
  await manager.insert(RegulationVersionEntity, version);
  return regulation.id;
}
