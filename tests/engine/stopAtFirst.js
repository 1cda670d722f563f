const { TestEnvironment } = require('jest-environment-node');

/** After the first test that fails, skips the rest of its file: a change that one test has found needs no second. */
module.exports = class StopAtFirst extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_done' && test.errors.length > 0) this.failed = true;
    if (name === 'test_start' && this.failed) test.mode = 'skip';
  }
};
