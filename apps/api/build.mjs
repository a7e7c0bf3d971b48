// Bundles the Lambda function into dist/api.zip: the same bytes for the same sources, on any machine, on any day,
// because Terraform deploys a function whose archive changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

const root = import.meta.dirname;
const archive = path.join(root, 'dist/api.zip');

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts'],
  outfile: 'index.js',
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  // The compiler options of the machine that builds must not reach the bytes.
  tsconfigRaw: {},
});

// A zip holds local time: the same everywhere. Mode 0644, because Lambda runs as another user.
const options = { level: 9, mtime: new Date(1980, 0, 1, 12), os: 3, attrs: 0o100644 << 16 };
const bytes = zipSync({ 'index.js': [outputFiles[0].contents, options] });

if (!existsSync(archive) || !readFileSync(archive).equals(bytes)) {
  mkdirSync(path.dirname(archive), { recursive: true });
  writeFileSync(archive, bytes);
}
