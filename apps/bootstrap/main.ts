import { join } from 'node:path';
import { synthBootstrap } from '@gatehouse/bootstrap';

const [, , outdir = join(__dirname, 'cdktf.out')] = process.argv;

synthBootstrap({ outdir });
