import { type INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { assert } from '../../kernel/assert.ts';
import { type HttpOptions, pathPrefix } from './http-options.ts';
import { completeDocument } from './openapi-completion.ts';

/** Holds the description of the API once it has been made. */
@Injectable()
export class OpenApiDocument {
  #text = '';

  /** The description as JSON. */
  get text(): string {
    assert(this.#text !== '', 'the description of the API is made before the service listens');
    return this.#text;
  }

  set(document: OpenAPIObject): void {
    this.#text = JSON.stringify(document);
  }
}

/** Generates the description of the API from the code. */
export function describeApi(application: INestApplication, options: HttpOptions): OpenAPIObject {
  const { title, description, version, contact, publicUrl } = options;
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle(title)
    .setDescription(description)
    .setVersion(version)
    .setContact(contact.name, contact.url, contact.email)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl/')
    .addServer(`${publicUrl}/${pathPrefix}`)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(application, base, {
    ignoreGlobalPrefix: true,
    autoTagControllers: false,
  });
  return completeDocument(document, options.tags);
}
