import { basename, dirname, resolve } from 'node:path';

/** Names that tools give to every plan, so that they say nothing about this one. */
const PLAIN = /^(plan|tfplan|terraform|plan-output|out)$/i;

/** What to call the stack of a plan file: `dev-api` for `dev-api/plan.json` and for `dev-api.plan.json`. */
export function stackNameOf(file: string): string {
  const name = basename(file).replace(/(\.(json|tfplan|plan))+$/i, '');
  return PLAIN.test(name) || name === '' ? basename(dirname(resolve(file))) || name : name;
}
