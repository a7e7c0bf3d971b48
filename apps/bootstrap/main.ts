import { join } from 'node:path';
import { synthBootstrap } from '@gatehouse/bootstrap';
import { run } from '@gatehouse/platform';

const [, , outdir = join(__dirname, 'cdktf.out')] = process.argv;

run(() => synthBootstrap({ outdir }));
