import { type NamedStage, stagesByName } from '@gatehouse/terraform';
import { httpTargetOf, type Target, targetOf } from '../requests/path';
import { type CurlExample, type Served } from './curl-lines';

type IdentityPool = Served['outputs']['identityPools'][string];

/**
 * Copy-and-paste ways to AWS credentials, with the AWS CLI, and what they are good for.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export function credentialExamples(served: Served): CurlExample[] {
  return Object.entries(served.outputs.identityPools).flatMap(([name, pool]) => [
    ...(pool.guests ? [guest(name, pool, served)] : []),
    ...signedIn(name, pool, served),
  ]);
}

const guest = (name: string, pool: IdentityPool, served: Served): CurlExample => ({
  title: `Guest: AWS credentials of identity pool ${name}, in a shell of its own`,
  lines: [...credentials(pool, served, ''), whoAmI(served), ...signedRequest(served)],
});

/** With `$ID_TOKEN` of the lines that sign in. */
function signedIn(name: string, pool: IdentityPool, served: Served): CurlExample[] {
  const access = served.pools.find(({ passwordClient, pool: { endpoint } }) => {
    return passwordClient !== undefined && pool.providers.includes(endpoint);
  });
  if (access === undefined) return [];
  return [
    {
      title: `Signed in: AWS credentials of identity pool ${name}, with the ID token from above`,
      lines: [...credentials(pool, served, ` --logins "${access.pool.endpoint}=$ID_TOKEN"`), whoAmI(served)],
    },
  ];
}

function credentials({ id }: IdentityPool, served: Served, logins: string): string[] {
  const call = (command: string) =>
    `aws cognito-identity ${command}${logins} ${at(served)} --no-sign-request --output text`;
  const keys = call(
    "get-credentials-for-identity --identity-id $IDENTITY --query 'Credentials.[AccessKeyId,SecretKey,SessionToken]'",
  );
  return [
    `IDENTITY=$(${call(`get-id --identity-pool-id ${id} --query IdentityId`)})`,
    `export $(printf 'AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_SESSION_TOKEN=%s' $(${keys}))`,
  ];
}

const whoAmI = (served: Served): string => `aws sts get-caller-identity ${at(served)}`;

const at = ({ outputs: { cognitoEndpoint, region } }: Served): string =>
  `--endpoint-url ${cognitoEndpoint} --region ${region}`;

/** The first route for signed requests that a line without a body can call. */
function signedRequest({ environment, outputs, surface }: Served): string[] {
  for (const [name, served] of stagesByName(environment, surface)) {
    const path = signedPath(served);
    if (path === undefined) continue;
    const sign = `--aws-sigv4 aws:amz:${outputs.region}:execute-api --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`;
    return [`curl -s -i ${sign} -H "x-amz-security-token: $AWS_SESSION_TOKEN" ${outputs.apis[name]?.url ?? ''}${path}`];
  }
  return [];
}

function signedPath(served: NamedStage): string | undefined {
  return targetsByIam(served).find((target) => target?.method === 'GET')?.path;
}

const targetsByIam = ({ api, kind }: NamedStage): (Target | undefined)[] =>
  kind === 'REST'
    ? api.routes.filter(({ auth }) => auth.kind === 'iam').map((route) => targetOf(api, route))
    : api.routes.filter(({ auth }) => auth.kind === 'iam').map((route) => httpTargetOf(api, route));
