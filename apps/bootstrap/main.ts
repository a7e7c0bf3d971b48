import { join } from 'node:path';
import { run, synthBootstrap } from '@gatehouse/stacks';

const [, , outdir = join(__dirname, 'cdktf.out')] = process.argv;

run(() => synthBootstrap({ outdir }));
