/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  transform: {},
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/tools/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/demo', '<rootDir>/.data'],
  testRunner: '<rootDir>/dist/test/support/native-modules.js',
  globalSetup: '<rootDir>/dist/test/support/start-database.js',
  globalTeardown: '<rootDir>/dist/test/support/stop-database.js',
  maxWorkers: 2,
  // What a test file holds on to is held as long as its process: some ten megabytes for each that starts the service.
  workerIdleMemoryLimit: '700MB',
  testTimeout: 30_000,
};
