// The cdktf command line without its questions to HashiCorp: it would send what is run, and an id of this machine's user.
// https://developer.hashicorp.com/terraform/cdktf/create-and-deploy/configuration-file
process.env.CHECKPOINT_DISABLE ??= '1';
process.env.DISABLE_VERSION_CHECK ??= '1';
require('cdktf-cli/bundle/bin/cdktf.js');
