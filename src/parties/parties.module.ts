import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { SecretsModule } from '../secrets/secrets.module.ts';
import { ConfirmParty } from './confirm-party.service.ts';
import { PartiesController } from './parties.controller.ts';
import { Parties } from './parties.service.ts';
import { PartyChanges } from './party-changes.service.ts';
import { PartyConfirmationsController } from './party-confirmations.controller.ts';
import { PartyConsents } from './party-consents.service.ts';
import { PartyDesk } from './party-desk.service.ts';
import { Payees } from './payees.service.ts';
import { RecordConsent } from './record-consent.service.ts';

@Module({
  imports: [ApplicationsModule, AttachmentsModule, AuditModule, SecretsModule],
  controllers: [PartiesController, PartyConfirmationsController],
  providers: [ConfirmParty, Parties, PartyChanges, PartyConsents, PartyDesk, Payees, RecordConsent],
  exports: [Parties, Payees],
})
export class PartiesModule {}
