import { reservedDomainWords } from './domain-prefix';

/** The form of a text that AWS takes. */
export interface Format {
  readonly pattern: RegExp;
  /** The pattern in words: what follows "expected" in an error. */
  readonly expected: string;
}

/** Texts that environment files and constructs both check, each as AWS checks it. */
export const formats = {
  /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html */
  userPoolId: {
    pattern: /^[a-z]{2,4}(-[a-z]+)+-\d_[0-9A-Za-z]{1,55}$/,
    expected: 'the id of a user pool, such as eu-west-1_AbCdEf123',
  },
  /** Of a pool, and of a client. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
  userPoolName: {
    pattern: /^[\w\s+=,.@-]{1,128}$/,
    expected: '1 to 128 letters, digits, spaces and _ + = , . @ -',
  },
  /** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html */
  userPoolArn: {
    pattern: /^arn:aws[a-z-]*:cognito-idp:([a-z0-9-]+):\d{12}:userpool\/\1_[0-9A-Za-z]{1,55}$/,
    expected: 'the ARN of a user pool, such as arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123',
  },
  /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html */
  userPoolClientId: {
    pattern: /^[\w+]{1,128}$/,
    expected: 'the id of an app client, 1 to 128 letters, digits, _ and +',
  },
  /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
  resourceServerIdentifier: {
    pattern: /^[\x21\x23-\x5B\x5D-\x7E]{1,256}$/,
    expected: 'a resource server identifier of 1 to 256 ASCII characters without spaces, quotes and backslashes',
  },
  /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResourceServerScopeType.html */
  scopeName: {
    pattern: /^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$/,
    expected: 'a scope name of 1 to 256 ASCII characters without spaces, slashes, quotes and backslashes',
  },
  scopeDescription: { pattern: /^[^]{1,256}$/, expected: 'a description of 1 to 256 characters' },
  /** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html */
  userPoolDomainPrefix: {
    pattern: new RegExp(`^(?!.*(${reservedDomainWords.join('|')}))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`),
    expected:
      '1 to 63 lowercase letters, digits and hyphens, not starting or ending with a hyphen, without the words aws, amazon and cognito',
  },
  /** Actions of one service: `s3:*` and `*` are none. */
  iamAction: {
    pattern: /^[a-z0-9-]+:\w+\*?$/i,
    expected: 'an IAM action of one service, such as s3:GetObject or s3:Get*',
  },
  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-stages.html */
  stageName: {
    pattern: /^[\w-]{1,128}$/,
    expected: '1 to 128 letters, digits, hyphens and underscores',
  },
  /** https://docs.aws.amazon.com/apigateway/latest/api/API_BasePathMapping.html */
  basePath: {
    pattern: /^[\w.-]{1,300}$/,
    expected: 'one part of a path: letters, digits, dots, hyphens and underscores, without slashes',
  },
  domainName: {
    pattern: /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    expected: 'a domain name in lowercase, such as api.example.com',
  },
  /** https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html */
  webAclArn: {
    pattern: /^arn:[^:]+:wafv2:[^:]+:\d{12}:regional\/webacl\/[^/]+\/[^/]+$/,
    expected: 'the ARN of a regional web ACL: arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>',
  },
} as const satisfies Record<string, Format>;
