import { Controller, Get, StreamableFile } from '@nestjs/common';
import type { Actor } from '../kernel/actor.ts';
import { Operation } from '../platform/http/operation.ts';
import { PathId } from '../platform/http/path-parameter.ts';
import { Caller } from '../identity/caller.ts';
import type { DossierPurpose } from './domain/dossier-purpose.ts';
import { Dossiers } from './dossiers.service.ts';

const Application = () => PathId('applicationId', 'Kenmerk van de aanvraag.');

const contents =
  'Een ZIP met een inhoudsopgave (index.html, index.csv en index.json met de SHA-256 van elk bestand) waarin ook staat wat er niet in zit en waarom, een leesbare zaak.html, dezelfde gegevens als CSV, en de stukken. Wat met de aanvraag is samengevoegd, staat in een map.';

/** The whole of a case as one file. */
@Controller('applications/:applicationId/dossiers')
export class DossiersController {
  readonly #dossiers: Dossiers;

  constructor(dossiers: Dossiers) {
    this.#dossiers = dossiers;
  }

  @Get('objection')
  @Operation({
    id: 'getObjectionDossier',
    summary: 'Het dossier voor een bezwaar',
    description: `De stukken die op de zaak betrekking hebben (Awb 7:4). ${contents}`,
    tag: 'behandeling',
    right: 'dossier:objection',
    file: 'application/zip',
  })
  objection(@Caller() actor: Actor, @Application() applicationId: string): Promise<StreamableFile> {
    return this.#file(actor, applicationId, 'objection');
  }

  @Get('account')
  @Operation({
    id: 'getAccountDossier',
    summary: 'Het dossier voor een accountant',
    description: `Wat nodig is om de besteding te controleren: besluit, boekingen, begroting en offertes, en het logboek; geen motivering, brieven of notities. ${contents}`,
    tag: 'behandeling',
    right: 'dossier:account',
    file: 'application/zip',
  })
  account(@Caller() actor: Actor, @Application() applicationId: string): Promise<StreamableFile> {
    return this.#file(actor, applicationId, 'account');
  }

  @Get('archive')
  @Operation({
    id: 'getArchiveDossier',
    summary: 'Het dossier voor het archief',
    description: `Alles wat van de zaak bewaard is, met het logboek. ${contents}`,
    tag: 'behandeling',
    right: 'dossier:archive',
    file: 'application/zip',
  })
  archive(@Caller() actor: Actor, @Application() applicationId: string): Promise<StreamableFile> {
    return this.#file(actor, applicationId, 'archive');
  }

  async #file(actor: Actor, applicationId: string, purpose: DossierPurpose): Promise<StreamableFile> {
    const { name, stream } = await this.#dossiers.make(actor, applicationId, purpose);
    return new StreamableFile(stream, {
      type: 'application/zip',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
