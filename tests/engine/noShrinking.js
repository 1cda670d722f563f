const fc = require('fast-check');

// Which example is the simplest that fails is of no use here, and takes longer to find than that one fails.
fc.configureGlobal({ endOnFailure: true });
