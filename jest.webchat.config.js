// The stock web chat in a real browser: apart from the other tests, because it fetches 7 MB from the package registry.
module.exports = { ...require('./jest.config.js'), testMatch: ['**/*.webchat.ts'], testTimeout: 90_000 };
