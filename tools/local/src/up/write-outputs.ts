import { noteServed } from '@gatehouse/terraform';
import { inWorkspace, workspaceRoot } from '../workspace';
import { clientSnippets } from './client-snippets';
import { type Outputs } from './outputs';
import { replaceFile } from './replace-file';

/** Writes what an application needs to `apps/local`: facts, and code to paste. Notes the addresses for commands of the checkout. */
export function writeOutputs(outputs: Outputs): void {
  // The address of the playground has its key, which is for no other user of this machine.
  replaceFile(inWorkspace('apps', 'local', 'outputs.json'), `${JSON.stringify(outputs, null, 2)}\n`);
  replaceFile(inWorkspace('apps', 'local', 'clients.md'), clientSnippets(outputs));
  noteServed(workspaceRoot, {
    ...(outputs.playground !== undefined && { playground: new URL(outputs.playground).origin }),
    apis: Object.fromEntries(Object.entries(outputs.apis).map(([name, { url }]) => [name, url])),
    signInPages: Object.fromEntries(
      Object.entries(outputs.userPools).flatMap(([name, { domain }]) => (domain ? [[name, domain]] : [])),
    ),
  });
}
