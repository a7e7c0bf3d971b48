import { type Facts, type MachineClient } from './facts';

export interface CurlExample {
  readonly title: string;
  /** Shell lines that work as pasted, in order. */
  readonly lines: readonly string[];
}

/** Copy-and-paste ways into the running API. They need curl and Node only, so no jq. */
export function curlExamples(facts: Facts, machine: MachineClient, origin: string): CurlExample[] {
  const signIn = JSON.stringify({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: facts.appClientId,
    AuthParameters: { USERNAME: facts.demoUser.email, PASSWORD: facts.demoUser.password },
  });
  return [
    {
      title: 'Sign in with e-mail and password, call with the ID token',
      lines: [
        `ID_TOKEN=$(curl -s ${facts.cognitoEndpoint} -H 'Content-Type: application/x-amz-json-1.1' -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' -d '${signIn}' | ${field('AuthenticationResult.IdToken')})`,
        `curl -s -i ${facts.apiUrl}/me -H "Authorization: Bearer $ID_TOKEN"`,
      ],
    },
    {
      title: 'Machine client: an access token with one scope',
      lines: [
        `ACCESS_TOKEN=$(curl -s ${facts.tokenUrl} -u '${machine.clientId}:${machine.clientSecret}' -d 'grant_type=client_credentials&scope=reports/read' | ${field('access_token')})`,
        `curl -s -i ${facts.apiUrl}/reports -H "Authorization: Bearer $ACCESS_TOKEN"`,
      ],
    },
    { title: 'Without a token: 401', lines: [`curl -s -i ${facts.apiUrl}/me`] },
    {
      title: 'CORS preflight',
      lines: [
        `curl -s -i -X OPTIONS ${facts.apiUrl}/me -H 'Origin: ${origin}' -H 'Access-Control-Request-Method: GET' -H 'Access-Control-Request-Headers: authorization'`,
      ],
    },
  ];
}

const field = (path: string): string => `node -pe 'JSON.parse(require("fs").readFileSync(0)).${path}'`;
