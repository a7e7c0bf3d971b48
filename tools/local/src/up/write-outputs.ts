import { writeFileSync } from 'node:fs';
import { inWorkspace } from '../workspace';
import { clientSnippets } from './client-snippets';
import { type Outputs } from './outputs';

/** Writes what an application needs to `apps/local`: facts, and code to paste. */
export function writeOutputs(outputs: Outputs): void {
  writeFileSync(inWorkspace('apps', 'local', 'outputs.json'), `${JSON.stringify(outputs, null, 2)}\n`);
  writeFileSync(inWorkspace('apps', 'local', 'clients.md'), clientSnippets(outputs));
}
