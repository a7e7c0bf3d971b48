import { join } from 'node:path';
import { run, synthEnvironment } from '@gatehouse/stacks';

run(() => synthEnvironment('local', { outdir: join(__dirname, 'cdktf.out') }));
