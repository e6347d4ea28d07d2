import { type DynamicModule, Module } from '@nestjs/common';
import type { AttachmentConfiguration } from '../platform/config/attachment-configuration.ts';
import { AttachmentOptions } from './attachment-options.ts';
import { ContentStores } from './storage/content-stores.ts';
import { DatabaseStore } from './storage/database-store.ts';
import { ObjectStore } from './storage/object-store.ts';

/** New contents go to the store that is configured; those in the database can always be read. */
function storesOf({ objectStore }: AttachmentConfiguration): ContentStores {
  const database = new DatabaseStore();
  return objectStore === null
    ? new ContentStores(database)
    : new ContentStores(new ObjectStore(objectStore), database);
}

/** What attachments may be and where they are kept, as this deployment has it. */
@Module({})
export class AttachmentStoresModule {
  static forRoot(configuration: AttachmentConfiguration): DynamicModule {
    return {
      module: AttachmentStoresModule,
      global: true,
      providers: [
        { provide: AttachmentOptions, useValue: new AttachmentOptions(configuration) },
        { provide: ContentStores, useValue: storesOf(configuration) },
      ],
      exports: [AttachmentOptions, ContentStores],
    };
  }
}
