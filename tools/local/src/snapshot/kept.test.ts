import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { additionsDirectory } from '../emulator/moto';

/** Of this process alone, or the same at each start. */
const NOT_KEPT = [
  // What answers, and what waits for an import.
  'imports._waiting',
  'internal._operations',
  'local_endpoints._endpoints',
  // A file of the checkout.
  'checkout._kept',
  // Where others answer now.
  'cognitoidentity.oidc_provider._published',
  'cognitoidp.discovery.front_door',
  // Keys by their text, which pools keep.
  'rsa_keys._read',
  // Requests that run, or did a moment ago.
  'server.repeated._answers',
  'snapshot.quiet._held',
  'snapshot.quiet._running',
];

it('has every variable that a module of the emulator fills, or that is known to need no keeping', () => {
  const memory = readFileSync(join(additionsDirectory, 'gatehouse_emulator', 'snapshot', 'memory.py'), 'utf8');
  const kept = [...memory.matchAll(/\("gatehouse_emulator\.([\w.]+)", "(\w+)"\)/g)].map(
    ([, module, name]) => `${module}.${name}`,
  );

  expect(kept.length).toBeGreaterThan(3);
  expect(filled().filter((variable) => !kept.includes(variable) && !NOT_KEPT.includes(variable))).toEqual([]);
});

/** Variables of modules in lower case: constants are in upper case, and locks hold nothing. */
function filled(): string[] {
  const root = join(additionsDirectory, 'gatehouse_emulator');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py'));
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const module = file.replace(/\.py$/, '').replaceAll(/[\\/]/g, '.');
    return [...text.matchAll(/^(_?[a-z]\w*)(?:: [^=\n]+)? = (?!threading\.|re\.compile)/gm)].map(
      ([, name]) => `${module}.${name}`,
    );
  });
}
