import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HttpSettings } from './http-settings.ts';
import type { HttpOptions } from './http-options.ts';
import { OpenApiController } from './openapi.controller.ts';
import { OpenApiDocument } from './openapi-document.ts';
import { SecurityTxtController } from './security-txt.controller.ts';

/** The routes that belong to the service itself, around the module with the business. */
@Module({})
export class HttpModule {
  static around(root: Type | DynamicModule, options: HttpOptions): DynamicModule {
    return {
      module: HttpModule,
      imports: [DiscoveryModule, root],
      controllers: [OpenApiController, SecurityTxtController],
      providers: [OpenApiDocument, { provide: HttpSettings, useValue: new HttpSettings(options) }],
    };
  }
}
