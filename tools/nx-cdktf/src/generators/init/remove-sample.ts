import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, type Tree, updateJson } from '@nx/devkit';

const stacks = 'libs/stacks/src';

/** What every API of an environment shares: a team's own will too. */
const KEPT = new Set(['serve-api.ts']);

/**
 * Removes the sample: its API, routes, OpenAPI document and service, and the clients and scopes for it. What is left is a
 * user pool that people sign in to, in every environment.
 */
export function removeSample(tree: Tree): void {
  for (const file of tree.children(stacks).filter((name) => !KEPT.has(name))) tree.delete(`${stacks}/${file}`);
  tree.delete('apps/api');
  for (const file of ['identity-stack.ts', 'identity-stack.test.ts']) tree.write(`${stacks}/${file}`, template(file));
  tree.write(
    `${stacks}/index.ts`,
    "export { IdentityStack } from './identity-stack';\nexport { apiProps, protectApi, publishApi } from './serve-api';\n",
  );
  for (const app of apps(tree)) composeIdentityAlone(tree, `apps/${app}/main.ts`);
  for (const file of tree.children('environments').filter((name) => name.endsWith('.json'))) {
    forgetSample(tree, `environments/${file}`);
  }
}

const template = (file: string): string => readFileSync(join(__dirname, 'files', `${file}.template`), 'utf8');

const apps = (tree: Tree): string[] =>
  tree.children('apps').filter((name) => name !== 'bootstrap' && tree.exists(`apps/${name}/main.ts`));

function composeIdentityAlone(tree: Tree, file: string): void {
  const main = (tree.read(file, 'utf8') ?? '')
    .replace('{ ApiStack, IdentityStack }', '{ IdentityStack }')
    .replace(/ {2}const identity = (new IdentityStack\(app, env\);)\n {2}new ApiStack\([^\n]*\n/, '  $1\n');
  tree.write(file, main);
}

type Sections = Partial<Record<'clients' | 'identity', Record<string, unknown>>>;

/** A client that no stack declares is refused, and guests of no identity pool are nobody. */
function forgetSample(tree: Tree, file: string): void {
  const { clients, identity } = readJson<Sections>(tree, file);
  if (clients?.machine === undefined && identity?.guests === undefined) return;
  updateJson(tree, file, (json: Sections) => {
    delete json.clients?.machine;
    delete json.identity?.guests;
    return json;
  });
}
