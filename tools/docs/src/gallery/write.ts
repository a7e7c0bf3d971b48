import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { gallery } from './gallery';

// Writes docs/gallery.md and its pictures.
const docs = join(WORKSPACE, 'docs');
const files = gallery();
rmSync(join(docs, 'pictures/gallery'), { recursive: true, force: true });
mkdirSync(join(docs, 'pictures/gallery'));
for (const [file, text] of Object.entries(files)) writeFileSync(join(docs, file), text);
