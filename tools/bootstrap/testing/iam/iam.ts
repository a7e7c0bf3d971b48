import { type Relayed } from '../relay';
import { type Asked, form, iamArn } from './asked';
import { making, tagsIn } from './tags';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
export function iam(request: Relayed): Asked[] {
  const fields = form(request);
  const name = fields.get('Action');
  const action = `iam:${name}`;
  const resource = iamArn(`role/${fields.get('RoleName') ?? ''}`);
  if (name !== 'CreateRole') {
    // What exists has the boundary; what is made has it only if it is asked for.
    const boundary = fields.get('PermissionsBoundary') ?? iamArn('policy/gatehouse/gatehouse-local-boundary');
    return [{ action, resource, context: { 'iam:PermissionsBoundary': boundary } }];
  }
  const boundary = fields.get('PermissionsBoundary') ?? 'none';
  return making(action, resource, { action: 'iam:TagRole', resource }, tagsIn(fields)).map((asked) => ({
    ...asked,
    context: { ...asked.context, 'iam:PermissionsBoundary': boundary },
  }));
}
