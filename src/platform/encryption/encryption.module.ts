import { type DynamicModule, Module } from '@nestjs/common';
import { BlindIndex } from './blind-index.ts';
import { FieldCipher, type Keys } from './field-cipher.ts';
import { KeyWrap } from './key-wrap.ts';

/** Gives every module what works with the configured keys. */
@Module({})
export class EncryptionModule {
  static forRoot({ encryption, blindIndex }: Keys): DynamicModule {
    return {
      module: EncryptionModule,
      global: true,
      providers: [
        { provide: FieldCipher, useValue: new FieldCipher(encryption) },
        { provide: KeyWrap, useValue: new KeyWrap(encryption) },
        { provide: BlindIndex, useValue: new BlindIndex(blindIndex) },
      ],
      exports: [FieldCipher, KeyWrap, BlindIndex],
    };
  }
}
