import { Module } from '@nestjs/common';
import { CaseKeys } from './case-keys.service.ts';
import { CaseSecrets } from './case-secrets.service.ts';
import { KeyRotation } from './key-rotation.service.ts';

@Module({ providers: [CaseKeys, CaseSecrets, KeyRotation], exports: [CaseKeys, CaseSecrets, KeyRotation] })
export class SecretsModule {}
