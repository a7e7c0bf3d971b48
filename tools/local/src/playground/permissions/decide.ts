import { type PermissionCheck } from '@gatehouse/playground/contract';
import { accessDenied, evaluate, type PolicyRequest, remedies } from '@gatehouse/policy';
import { type Surface } from '@gatehouse/surface';
import { type Caller } from '../../emulator';
import { contextOfCaller, policiesOfCaller } from '../../emulator/caller-policies';
import { resourcePolicyOf } from '../../gateway/iam';

export const INVOKE = 'execute-api:Invoke';

/** Whether a caller may do one thing. Of the resource's own policies only those of APIs are known. */
export function decide(
  caller: Caller,
  { action, resource: arn }: { readonly action: string; readonly resource: string },
  { apis }: Pick<Surface, 'apis'>,
): PermissionCheck {
  const now = new Date();
  const request: PolicyRequest = {
    ...{ principal: caller.principal, action, resource: arn },
    context: {
      'aws:CurrentTime': now.toISOString(),
      'aws:EpochTime': Math.floor(now.getTime() / 1000),
      'aws:SecureTransport': true,
      'aws:SourceIp': '127.0.0.1',
      ...contextOfCaller(caller),
    },
  };
  const api = apis.find(({ executionArn }) => arn.startsWith(`${executionArn}/`));
  const resource = api && resourcePolicyOf(api);
  const decision = evaluate(request, { ...policiesOfCaller(caller), ...(resource && { resource }) });
  if (decision.verdict === 'allowed') {
    const by = decision.by.map(({ index, policy, sid }) => `statement ${sid ?? index} of ${policy}`);
    return { allowed: true, why: `Allowed by ${[...new Set(by)].join(' and ')}.`, remedies: [] };
  }
  return { allowed: false, why: accessDenied(request, decision), remedies: remedies(decision) };
}
