import { chmodSync, writeFileSync } from 'node:fs';
import { noteServed } from '@gatehouse/terraform';
import { inWorkspace, workspaceRoot } from '../workspace';
import { clientSnippets } from './client-snippets';
import { type Outputs } from './outputs';

/** Writes what an application needs to `apps/local`: facts, and code to paste. Notes the addresses for commands of the checkout. */
export function writeOutputs(outputs: Outputs): void {
  // The address of the playground has its key, which is for no other user of this machine.
  const file = inWorkspace('apps', 'local', 'outputs.json');
  writeFileSync(file, `${JSON.stringify(outputs, null, 2)}\n`, { mode: OWNER_ONLY });
  // The mode above is for a new file alone.
  chmodSync(file, OWNER_ONLY);
  writeFileSync(inWorkspace('apps', 'local', 'clients.md'), clientSnippets(outputs));
  noteServed(workspaceRoot, {
    ...(outputs.playground !== undefined && { playground: new URL(outputs.playground).origin }),
    apis: Object.fromEntries(Object.entries(outputs.apis).map(([name, { url }]) => [name, url])),
    signInPages: Object.fromEntries(
      Object.entries(outputs.userPools).flatMap(([name, { domain }]) => (domain ? [[name, domain]] : [])),
    ),
  });
}

const OWNER_ONLY = 0o600;
