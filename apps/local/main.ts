import { join } from 'node:path';
import { teamRules } from '@gatehouse/rules';
import { run, synthEnvironment } from '@gatehouse/stacks';

run(() => synthEnvironment('local', { outdir: join(__dirname, 'cdktf.out'), rules: teamRules }));
