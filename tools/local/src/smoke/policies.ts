import { evaluate, guestSessionPolicies, type Policies, type PolicyRequest } from '@gatehouse/policy';
import { type Role, type Stage, type Surface } from '@gatehouse/surface';
import { documentOf, type PolicedApi, resourcePolicyOf } from '../gateway/iam';
import { type Target } from '../requests/path';
import { type Signer } from './signers';

/** Whose credentials they are. */
export type Holder = Omit<Signer, 'keys'>;

/** What is asked for. */
export interface Asked {
  readonly api: PolicedApi;
  readonly stage: Pick<Stage, 'name'>;
  readonly target: Target;
}

export interface Known {
  readonly surface: Surface;
  /** The boundary that follows from the roles' own policies, so that it allows what they do. */
  readonly boundary: string;
}

/** Whether the API's resource policy lets everyone call what is asked for; true without one. */
export function isOpenToAll(asked: Asked): boolean {
  const resource = resourcePolicyOf(asked.api);
  return resource === undefined || isAllowed(asked, { principal: { type: 'anonymous' } }, { resource });
}

/** Whether the applied policies let a role call what is asked for; undefined where they are not all here. */
export function mayInvoke(
  asked: Asked,
  { identity, roleArn, sessionName }: Holder,
  { boundary, surface }: Known,
): boolean | undefined {
  const role = surface.roles.find(({ arn }) => arn === roleArn);
  if (role === undefined || !isWhole(role, boundary)) return undefined;
  const resource = resourcePolicyOf(asked.api);
  const arn = `${roleArn.replace(':iam:', ':sts:').replace(/:role\/.*$/, '')}:assumed-role/${role.name}/${sessionName}`;
  return isAllowed(
    asked,
    {
      principal: { type: 'session', arn, roleArn },
      context: identity && {
        'cognito-identity.amazonaws.com:sub': identity.id,
        'cognito-identity.amazonaws.com:aud': identity.poolId,
      },
    },
    {
      identity: role.policies.map(({ address, statements }) => ({ name: address, document: documentOf(statements) })),
      session: identity?.guest ? guestSessionPolicies(identity.poolId.split(':')[0] as string) : [],
      ...(resource && { resource }),
    },
  );
}

/** Whether all that a role may do is known here. */
const isWhole = ({ managedPolicyArns, permissionsBoundary, policies }: Role, boundary: string): boolean =>
  (!permissionsBoundary || permissionsBoundary === boundary) && managedPolicyArns.length <= policies.length;

function isAllowed(
  { api, stage, target }: Asked,
  by: Pick<PolicyRequest, 'context' | 'principal'>,
  policies: Policies,
): boolean {
  const request: PolicyRequest = {
    ...by,
    action: 'execute-api:Invoke',
    resource: `${api.executionArn}/${stage.name}/${target.method}${target.path}`,
    context: { 'aws:SourceIp': '127.0.0.1', 'aws:SecureTransport': true, ...by.context },
  };
  return evaluate(request, policies).verdict === 'allowed';
}
