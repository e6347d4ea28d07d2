import { type DynamicModule, Module } from '@nestjs/common';
import { FieldCipher, type KeyRing } from './field-cipher.ts';

/** Gives every module the `FieldCipher` with the configured keys. */
@Module({})
export class EncryptionModule {
  static forRoot(keys: KeyRing): DynamicModule {
    return {
      module: EncryptionModule,
      global: true,
      providers: [{ provide: FieldCipher, useValue: new FieldCipher(keys) }],
      exports: [FieldCipher],
    };
  }
}
