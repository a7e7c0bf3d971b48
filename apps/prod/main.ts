import { join } from 'node:path';
import { run, synthEnvironment } from '@gatehouse/stacks';

run(() => synthEnvironment('prod', { outdir: join(__dirname, 'cdktf.out') }));
