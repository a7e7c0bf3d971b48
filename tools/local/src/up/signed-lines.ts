import { type RestApi } from '@gatehouse/surface';
import { type CurlExample, type Served } from './curl-lines';

/** An IAM route of an API. */
export interface SignedRoute {
  readonly api: RestApi;
  /** URL with the path. */
  readonly url: string;
}

/**
 * Lines that get AWS credentials of the first identity pool and sign a request with them: a guest's, where there are guests, and
 * those of the person whose token `$ID_TOKEN` is.
 *
 * @param signedIn whether lines before these set `$ID_TOKEN`
 * @see https://curl.se/docs/manpage.html#--aws-sigv4
 */
export function signedExamples({ api, url }: SignedRoute, served: Served, signedIn: boolean): CurlExample[] {
  const [pool] = served.surface.identityPools;
  if (pool === undefined) return [];
  const region = api.executionArn.split(':')[3] as string;
  const call = `curl -s -i ${url} --aws-sigv4 aws:amz:${region}:execute-api --user "$KEY:$SECRET" -H "X-Amz-Security-Token: $TOKEN"`;
  const { cognitoEndpoint: endpoint } = served.outputs;
  const cli = `aws cognito-identity --no-sign-request --region ${region} --endpoint-url ${endpoint}`;
  const guest = pool.guests
    ? [
        { title: 'A guest signs with AWS credentials', lines: [...credentials(endpoint, pool.id), call] },
        {
          title: "A guest's AWS credentials by the AWS CLI",
          lines: [
            `${cli} get-credentials-for-identity --identity-id $(${cli} get-id --identity-pool-id ${pool.id} --query IdentityId --output text)`,
          ],
        },
      ]
    : [];
  const [client] = pool.userPoolClients;
  const person =
    signedIn && client
      ? [
          {
            title: 'A signed-in person signs with AWS credentials',
            lines: [...credentials(endpoint, pool.id, client.providerName), call],
          },
        ]
      : [];
  return [...guest, ...person];
}

/** Sets `$KEY`, `$SECRET` and `$TOKEN`. */
function credentials(endpoint: string, poolId: string, provider?: string): string[] {
  const logins = provider === undefined ? '' : `,\\"Logins\\":{\\"${provider}\\":\\"$ID_TOKEN\\"}`;
  const call = (operation: string, body: string) =>
    `curl -s ${endpoint} -H 'Content-Type: application/x-amz-json-1.1' -H 'X-Amz-Target: AWSCognitoIdentityService.${operation}' -d "{${body}${logins}}"`;
  return [
    `IDENTITY=$(${call('GetId', `\\"IdentityPoolId\\":\\"${poolId}\\"`)} | ${node('r.IdentityId')})`,
    `read KEY SECRET TOKEN <<< $(${call('GetCredentialsForIdentity', '\\"IdentityId\\":\\"$IDENTITY\\"')} | ${node('const c = r.Credentials; [c.AccessKeyId, c.SecretKey, c.SessionToken].join(" ")')})`,
  ];
}

const node = (expression: string): string =>
  `node -pe 'const r = JSON.parse(require("fs").readFileSync(0)); ${expression}'`;
