/** The quick tests of the code that Stryker changes: see stryker.config.json. @type {import('jest').Config} */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/bot/engine'],
  testMatch: ['**/needs.test.ts', '**/pattern.test.ts', '**/crisis.test.ts', '**/duty.test.ts'],
  testEnvironment: require.resolve('./tests/engine/stopAtFirst.js'),
  setupFiles: ['<rootDir>/tests/engine/noShrinking.js'],
  reporters: ['default'],
};
