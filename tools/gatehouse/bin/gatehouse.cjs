#!/usr/bin/env node
require('../../../register-ts.cjs');
require('../src/cli');
