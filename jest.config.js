/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/bot', '<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }] },
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/tests/countReporter.js'],
};
