/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/tools/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/demo', '<rootDir>/.data'],
  globalSetup: '<rootDir>/test/support/start-database.ts',
  globalTeardown: '<rootDir>/test/support/stop-database.ts',
  maxWorkers: 2,
  // What modules of a test leave behind is never given back; without this a worker grows to gigabytes, and spends its
  // time collecting.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 30_000,
};
