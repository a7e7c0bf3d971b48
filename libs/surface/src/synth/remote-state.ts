import { isObject } from '../terraform/unreadable';
import { asList, type Block, type StackConfig } from './stack-config';

/** What tells one state from another in the backends that people use. */
const IDENTIFYING = ['key', 'path', 'prefix', 'workspaces', 'name'];

/** The stack whose state a `terraform_remote_state` reads: the one with the same backend settings. */
export function remoteStateOf(
  data: Block,
  stacks: readonly StackConfig[],
  evaluate: (value: unknown) => unknown,
): StackConfig | undefined {
  const config = evaluate(asList(data.body['config'])[0]);
  if (!isObject(config)) return undefined;
  return stacks.find(({ backend }) => {
    if (!backend || backend[0] !== data.body['backend']) return false;
    const shared = Object.keys(config).filter((key) => key in backend[1]);
    return (
      shared.some((key) => IDENTIFYING.includes(key)) &&
      shared.every((key) => JSON.stringify(config[key]) === JSON.stringify(backend[1][key]))
    );
  });
}
