import { join } from 'node:path';
import { run } from '@gatehouse/stacks';
import { synthBootstrap } from '@gatehouse/stacks/bootstrap';

const [, , outdir = join(__dirname, 'cdktf.out')] = process.argv;

run(() => synthBootstrap({ outdir }));
