/** What other tools check about API Gateway and Cognito; without `notOurs`: a posture rule names it in `matches`. */
export interface PeerCheck {
  readonly id: string;
  readonly finds: string;
  /** Why no rule of ours stands for it. */
  readonly notOurs?: string;
}

const OPERATION = 'It is about cost and speed, not about access.';
const ORDER = 'An order of deploying that plans do not tell; `libs/gateway` sets it.';

/**
 * cdk-nag 2.36 (AwsSolutions pack, and its other rules on the two services) and Checkov 3 (Terraform, and the function
 * checks that concern APIs). cdk-nag has no APIG5, COG5 and COG6.
 */
export const peerChecks: readonly PeerCheck[] = [
  { id: 'cdk-nag APIG1', finds: 'no access log' },
  { id: 'cdk-nag APIG2', finds: 'no request validation' },
  { id: 'cdk-nag APIG3', finds: 'no web ACL' },
  { id: 'cdk-nag APIG4', finds: 'no authorization' },
  { id: 'cdk-nag APIG6', finds: 'no execution log' },
  { id: 'cdk-nag APIGWCacheEnabledAndEncrypted', finds: 'cache off or not encrypted' },
  { id: 'cdk-nag APIGWSSLEnabled', finds: 'no client certificate' },
  { id: 'cdk-nag APIGWXrayEnabled', finds: 'no tracing' },
  { id: 'cdk-nag APIGWDefaultThrottling', finds: 'no throttle' },
  {
    id: 'cdk-nag APIGWStructuredLogging',
    finds: 'an access log that is not JSON',
    notOurs: 'A matter of who reads the log; `libs/gateway` writes JSON.',
  },
  { id: 'cdk-nag COG1', finds: 'a weak password policy' },
  { id: 'cdk-nag COG2', finds: 'no MFA' },
  { id: 'cdk-nag COG3', finds: 'threat protection not enforced' },
  { id: 'cdk-nag COG4', finds: 'a method without a Cognito authorizer' },
  { id: 'cdk-nag COG7', finds: 'an identity pool with guests' },
  { id: 'cdk-nag COG8', finds: 'a feature plan other than PLUS' },
  { id: 'CKV_AWS_59', finds: 'a REST method without authorization or API key' },
  { id: 'CKV_AWS_60', finds: 'a role that anyone may take' },
  { id: 'CKV_AWS_73', finds: 'no tracing' },
  { id: 'CKV_AWS_76', finds: 'no access log' },
  { id: 'CKV_AWS_95', finds: 'no access log (HTTP APIs)' },
  { id: 'CKV_AWS_120', finds: 'no cache on the stage', notOurs: OPERATION },
  { id: 'CKV_AWS_206', finds: 'a domain with old TLS' },
  { id: 'CKV_AWS_217', finds: 'a deployment without create_before_destroy', notOurs: ORDER },
  { id: 'CKV_AWS_225', finds: 'no cache in method settings', notOurs: OPERATION },
  { id: 'CKV_AWS_237', finds: 'an API without create_before_destroy', notOurs: ORDER },
  { id: 'CKV_AWS_258', finds: 'a function URL without authorization' },
  { id: 'CKV_AWS_276', finds: 'data trace' },
  { id: 'CKV_AWS_301', finds: 'a function that anyone may call' },
  { id: 'CKV_AWS_308', finds: 'a cache that is not encrypted' },
  { id: 'CKV_AWS_309', finds: 'an HTTP API route without authorization' },
  { id: 'CKV_AWS_364', finds: 'a function permission without a source' },
  { id: 'CKV_AWS_366', finds: 'an identity pool with guests' },
  {
    id: 'CKV_AWS_396',
    finds: 'a private integration without TLS',
    notOurs: 'It is about the network behind the API, which no caller reaches.',
  },
  { id: 'CKV2_AWS_4', finds: 'no execution log' },
  { id: 'CKV2_AWS_29', finds: 'no web ACL' },
  { id: 'CKV2_AWS_51', finds: 'no client certificate' },
  { id: 'CKV2_AWS_53', finds: 'no request validation' },
  { id: 'CKV2_AWS_70', finds: 'an open OPTIONS method under a resource policy for everyone' },
  {
    id: 'CKV2_AWS_75',
    finds: 'a function URL with CORS for every origin',
    notOurs: 'A function URL goes past the API in any case: `open-function-url` finds the open ones.',
  },
  {
    id: 'CKV2_AWS_77',
    finds: 'a web ACL without the rules against Log4j',
    notOurs:
      'Which rules a web ACL has is decided where it is made, often in another account; `no-waf` asks that there is one.',
  },
];
