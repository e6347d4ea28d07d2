import { Module } from '@nestjs/common';
import { CaseKeys } from './case-keys.service.ts';
import { CaseSecrets } from './case-secrets.service.ts';
import { KeyRotation } from './key-rotation.service.ts';
import { SearchIndex } from './search-index.service.ts';

@Module({
  providers: [CaseKeys, CaseSecrets, KeyRotation, SearchIndex],
  exports: [CaseKeys, CaseSecrets, KeyRotation, SearchIndex],
})
export class SecretsModule {}
