import { listEnvironments } from '@gatehouse/environment';
import { teamRules } from '@gatehouse/rules';
import { run, synthEnvironments } from '@gatehouse/stacks';

// For the cdktf command line, which wants the stacks of all environments in one app.
run(() => synthEnvironments(listEnvironments(), { rules: teamRules }));
