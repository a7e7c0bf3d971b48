import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface';
import { WORKSPACE } from '../workspace';
import { accessIn } from './access';
import { picture } from './picture';

const HEAD = `# Gallery

Small compositions, each with a picture of who may have an account or a token, call a route, and get credentials of AWS. Orange: nobody
checks who it is. All are [validated, and applied where an emulator can](../examples/README.md). \`npm run gallery\` makes this page and
its pictures from what the examples synthesize.
`;

/** The page and its pictures by their path below \`docs\`, from what every example synthesizes. */
export function gallery(): Readonly<Record<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'gatehouse-gallery-'));
  try {
    execFileSync(process.execPath, ['-r', './register-ts.cjs', 'examples/synth.ts', out], { cwd: WORKSPACE });
    const examples = readdirSync(join(out, 'stacks'))
      .sort()
      .flatMap((name) => exampleOf(name, join(out, 'stacks', name, 'cdk.tf.json')) ?? []);
    const page = [HEAD, ...examples.map(({ section }) => section)].join('\n');
    return { 'gallery.md': page, ...Object.fromEntries(examples.map(({ file, svg }) => [file, svg])) };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Nothing for an example in which nobody may do anything, such as settings of a pool that others made. */
function exampleOf(name: string, synthesized: string) {
  const source = readFileSync(join(WORKSPACE, 'examples/gallery', `${name}.ts`), 'utf8');
  const [, summary = ''] = /\/\*\* ([^]*?) ?\*\/\nexport default/.exec(source) ?? [];
  const edges = accessIn(surfaceFromSynth([JSON.parse(readFileSync(synthesized, 'utf8')) as SynthesizedStack]));
  if (edges.length === 0) return undefined;
  const file = `pictures/gallery/${name}.svg`;
  const words = summary.replace(/\s*\n \*\s*/g, ' ').trim();
  const title = name.replaceAll('-', ' ');
  const section = `## ${title}\n\n${words} [Code](../examples/gallery/${name}.ts)\n\n![Who may do what: ${title}](${file})\n`;
  return { file, section, svg: picture(title, edges) };
}
