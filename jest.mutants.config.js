/** The quick tests of the code that Stryker changes: see stryker.config.json. @type {import('jest').Config} */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/bot/engine'],
  testMatch: ['**/crisis.test.ts', '**/duty.test.ts'],
  reporters: ['default'],
};
