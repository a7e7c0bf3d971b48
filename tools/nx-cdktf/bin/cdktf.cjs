// The cdktf command line without its questions to HashiCorp: it would send what is run, and an id of this machine's user.
// https://developer.hashicorp.com/terraform/cdktf/create-and-deploy/configuration-file
process.env.CHECKPOINT_DISABLE ??= '1';
process.env.DISABLE_VERSION_CHECK ??= '1';
// The environment `local` is for the emulator that `npm start` runs here, unless a person named another.
const { notedEndpoint } = require('../src/synth/noted-endpoint.cjs');
const endpoint = process.env.GATEHOUSE_AWS_ENDPOINT || notedEndpoint(process.cwd());
if (endpoint) process.env.GATEHOUSE_AWS_ENDPOINT = endpoint;
require('cdktf-cli/bundle/bin/cdktf.js');
