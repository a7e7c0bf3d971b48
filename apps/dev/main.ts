import { join } from 'node:path';
import { run, synthEnvironment } from '@gatehouse/stacks';

run(() => synthEnvironment('dev', { outdir: join(__dirname, 'cdktf.out') }));
