/** What other tools check about API Gateway and Cognito; without `notOurs`: a posture rule names it in `matches`. */
export interface PeerCheck {
  readonly id: string;
  readonly finds: string;
  /** Why no rule of ours stands for it. */
  readonly notOurs?: string;
}

const OPERATION = 'It is about cost and speed, not about access.';
const ORDER = 'An order of deploying that plans do not tell; `libs/gateway` sets it.';

const notOurs: Readonly<Record<string, string>> = {
  'cdk-nag APIGWStructuredLogging': 'A matter of who reads the log; `libs/gateway` writes JSON.',
  CKV_AWS_120: OPERATION,
  CKV_AWS_217: ORDER,
  CKV_AWS_225: OPERATION,
  CKV_AWS_237: ORDER,
  CKV_AWS_396: 'It is about the network behind the API, which no caller reaches.',
  CKV2_AWS_75: 'A function URL goes past the API in any case: `open-function-url` finds the open ones.',
  CKV2_AWS_77:
    'Which rules a web ACL has is decided where it is made, often in another account; `no-waf` asks that there is one.',
};

const finds = {
  'cdk-nag APIG1': 'no access log',
  'cdk-nag APIG2': 'no request validation',
  'cdk-nag APIG3': 'no web ACL',
  'cdk-nag APIG4': 'no authorization',
  'cdk-nag APIG6': 'no execution log',
  'cdk-nag APIGWCacheEnabledAndEncrypted': 'cache off or not encrypted',
  'cdk-nag APIGWSSLEnabled': 'no client certificate',
  'cdk-nag APIGWXrayEnabled': 'no tracing',
  'cdk-nag APIGWDefaultThrottling': 'no throttle',
  'cdk-nag APIGWStructuredLogging': 'an access log that is not JSON',
  'cdk-nag COG1': 'a weak password policy',
  'cdk-nag COG2': 'no MFA',
  'cdk-nag COG3': 'threat protection not enforced',
  'cdk-nag COG4': 'a method without a Cognito authorizer',
  'cdk-nag COG7': 'an identity pool with guests',
  'cdk-nag COG8': 'a feature plan other than PLUS',
  CKV_AWS_59: 'a REST method without authorization or API key',
  CKV_AWS_60: 'a role that anyone may take',
  CKV_AWS_73: 'no tracing',
  CKV_AWS_76: 'no access log',
  CKV_AWS_95: 'no access log (HTTP APIs)',
  CKV_AWS_120: 'no cache on the stage',
  CKV_AWS_206: 'a domain with old TLS',
  CKV_AWS_217: 'a deployment without create_before_destroy',
  CKV_AWS_225: 'no cache in method settings',
  CKV_AWS_237: 'an API without create_before_destroy',
  CKV_AWS_258: 'a function URL without authorization',
  CKV_AWS_276: 'data trace',
  CKV_AWS_301: 'a function that anyone may call',
  CKV_AWS_308: 'a cache that is not encrypted',
  CKV_AWS_309: 'an HTTP API route without authorization',
  CKV_AWS_364: 'a function permission without a source',
  CKV_AWS_366: 'an identity pool with guests',
  CKV_AWS_396: 'a private integration without TLS',
  CKV2_AWS_4: 'no execution log',
  CKV2_AWS_29: 'no web ACL',
  CKV2_AWS_51: 'no client certificate',
  CKV2_AWS_53: 'no request validation',
  CKV2_AWS_70: 'an open OPTIONS method under a resource policy for everyone',
  CKV2_AWS_75: 'a function URL with CORS for every origin',
  CKV2_AWS_77: 'a web ACL without the rules against Log4j',
};

/**
 * cdk-nag 2.36 (AwsSolutions pack, and its other rules on the two services) and Checkov 3 (Terraform, and the function
 * checks that concern APIs). cdk-nag has no APIG5, COG5 and COG6.
 */
export const peerChecks: readonly PeerCheck[] = Object.entries(finds).map(([id, what]) => ({
  id,
  finds: what,
  notOurs: notOurs[id],
}));
