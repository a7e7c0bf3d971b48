import { variable } from '../service/service-name';
import { type TriggerService } from './files';
import { type TriggerKind } from './triggers';

/** What makes the service a trigger of a pool. */
export function nextSteps(kind: TriggerKind, { name, version }: TriggerService): string {
  const key = kind.encrypted ? "\n  const codes = new KmsKey(this, 'codes', { enableKeyRotation: true });" : '';
  const keyImport = kind.encrypted ? "\n  import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';" : '';
  const variables = kind.encrypted ? ', variables: { KEY_ARN: codes.arn }' : '';
  const options = version !== undefined ? `, { version: '${version}' }` : kind.encrypted ? ', { key: codes }' : '';
  const lambda = variable(name);
  return `
${kind.encrypted ? 'Three' : 'Two'} lines, with these imports, make "${name}" a trigger of a pool, such as that of libs/stacks/src/identity-stack.ts:
${keyImport}
  import { resourceName } from '@gatehouse/environment';
  import { Code, LambdaFunction } from '@gatehouse/functions';
${key}
  const ${lambda} = new LambdaFunction(this, '${name}', { functionName: resourceName(this.environment, '${name}'), code: Code.service('${name}')${variables} });
  this.users.addTrigger('${kind.prop}', ${lambda}${options});

  npx nx test ${name}       sends it the event that AWS documents, testing/event.json
  npx nx build ${name}      bundles it; a synthesis does this by itself

docs/cognito/triggers.md says what each trigger may do, and what it may not.
`;
}
