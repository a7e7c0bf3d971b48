import { CognitoUserPoolDomain } from '@cdktf/provider-aws/lib/cognito-user-pool-domain';
import { formats, reservedWordIn, signInHostOf } from '@gatehouse/checks';
import {
  check,
  checkText,
  isLate,
  type IUserPool,
  type IUserPoolClient,
  nameInTerraform,
  regionOf,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Fn, Lazy, Token } from 'cdktf';
import { Construct } from 'constructs';
import { ClassicPagesStyle, type ClassicPagesStyleOptions } from './classic-pages-style';
import { checkParent, parentRecord, pointTo } from './own-domain';
import { checkRedirect, signInUrl } from './sign-in-url';

/**
 * A host below `amazoncognito.com`, or one of your own.
 * @example users.addDomain('pages', { prefix: 'acme' })
 */
export type UserPoolDomainOptions = OwnDomain | PrefixDomain;

interface Pages {
  /**
   * Whether the pages are those of managed login in place of the classic ones. It shows no page until a style is assigned to each
   * client, which the provider (5.100.0) cannot do: `styleMadeElsewhere` says how it is done. It needs the plan `essentials` or `plus`.
   * @default - the classic pages
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
   */
  readonly managedLogin?: {
    /** Where the style is made and by whom, for those who read the code: `by hand in the console, see runbook 12`. */
    readonly styleMadeElsewhere: string;
  };
}

/**
 * A host below `amazoncognito.com`.
 * @example users.addDomain('pages', { prefix: 'acme' })
 */
export interface PrefixDomain extends Pages {
  /**
   * First label of the host, unique among all AWS customers of the region: 1 to 63 lower-case letters, digits and
   * hyphens. Changing it replaces the domain.
   */
  readonly prefix: string;
  readonly domainName?: never;
}

/**
 * A host of your own.
 * @example users.addDomain('pages', { domainName: 'auth.acme.com', certificateArn, hostedZoneId })
 */
export interface OwnDomain extends Pages {
  /** The host, in lower case: `auth.example.com`. Changing it replaces the domain. */
  readonly domainName: string;
  /** ARN of its certificate in AWS Certificate Manager in us-east-1, wherever the pool is: `DomainCertificate` makes one. */
  readonly certificateArn: string;
  /**
   * Route 53 zone in which the name is made to point to the pages. Cognito wants the parent of the name, `example.com`, to have an A
   * record: the plan fails where this zone has none. Take the id from that record, where it is made here, so that it is made first.
   * @default - none: point a CNAME to `target` yourself
   */
  readonly hostedZoneId?: string;
  readonly prefix?: never;
}

/**
 * The options of a domain, and its pool.
 * @example new UserPoolDomain(stack, 'pages', { userPool: users, prefix: 'acme' })
 */
export type UserPoolDomainProps = UserPoolDomainOptions & {
  readonly userPool: IUserPool;
};

/**
 * Host of a pool's OAuth endpoints and sign-in pages. Machine clients and the code grant need it. A pool may have one of each
 * kind: a prefix and a domain of its own.
 *
 * @throws ConstructError for a prefix or a name that Cognito refuses, and for a name without a certificate.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_domain
 * @example
 * users.addDomain('pages', { domainName: 'auth.example.com', certificateArn: certificate.certificateArn, hostedZoneId: zone.id });
 */
export class UserPoolDomain extends Construct {
  /** `https://<prefix>.auth.<region>.amazoncognito.com`, or `https://` and the domain name. */
  readonly baseUrl: string;
  /** Where a client sends people to sign in. */
  readonly authorizeUrl: string;
  /** Where clients get their tokens. */
  readonly tokenUrl: string;
  /** Where an access token with the scope `openid` gets what is known of its person. */
  readonly userInfoUrl: string;
  /** Where a client sends people to sign out. */
  readonly logoutUrl: string;
  /** The keys that verify tokens; they are the pool's, with or without a domain. */
  readonly jwksUrl: string;
  /** Reference to the name in AWS that a domain of your own must point to. */
  readonly target: string;

  private readonly userPool: IUserPool;
  private readonly managedLogin: boolean;
  private readonly resource: CognitoUserPoolDomain;

  constructor(scope: Construct, id: string, props: UserPoolDomainProps) {
    super(scope, id);
    checkProps(this, props);
    const { userPool } = props;
    this.userPool = userPool;
    const name = snakeCase(id);
    const zoneId = props.prefix === undefined ? props.hostedZoneId : undefined;
    this.managedLogin = props.managedLogin !== undefined;
    const domain = new CognitoUserPoolDomain(this, 'Resource', {
      userPoolId: userPool.userPoolId,
      domain: props.prefix ?? props.domainName,
      ...(props.prefix === undefined && { certificateArn: props.certificateArn }),
      // Written also when it is 1: the provider leaves the version that it finds otherwise.
      managedLoginVersion: this.managedLogin ? 2 : 1,
      ...(zoneId !== undefined &&
        props.domainName !== undefined && { dependsOn: [parentRecord(this, name, props.domainName, zoneId)] }),
    });
    this.resource = nameInTerraform(domain, name);
    if (zoneId !== undefined) pointTo(this, name, domain, zoneId);
    this.target = domain.cloudfrontDistribution;
    this.baseUrl = `https://${props.prefix === undefined ? domain.domain : prefixHost(domain, userPool)}`;
    this.authorizeUrl = `${this.baseUrl}/oauth2/authorize`;
    this.tokenUrl = `${this.baseUrl}/oauth2/token`;
    this.userInfoUrl = `${this.baseUrl}/oauth2/userInfo`;
    this.logoutUrl = `${this.baseUrl}/logout`;
    this.jwksUrl = `${userPool.issuer}/.well-known/jwks.json`;
  }

  /**
   * The address of the page where people sign in to a client, for links and bookmarks.
   *
   * @param redirectUri one of the client's callback URLs
   * @throws ConstructError for another URL, where those of the client are known, and for a client of another pool.
   */
  signInUrl(client: IUserPoolClient, redirectUri: string): string {
    checkRedirect(this, this.userPool, client, redirectUri);
    return signInUrl(this.baseUrl, client, redirectUri);
  }

  /**
   * Colours and logo of the classic pages, of all clients or of one.
   *
   * @throws ConstructError where the pages are those of managed login.
   */
  addClassicStyle(id: string, options: ClassicPagesStyleOptions): ClassicPagesStyle {
    check(this, !this.managedLogin, {
      prop: 'addClassicStyle',
      expected: 'the classic pages',
      found: 'managedLogin',
      fix: 'Leave managedLogin out, or style managed login where its style is made',
    });
    return new ClassicPagesStyle(this, id, {
      ...options,
      userPool: this.userPool,
      userPoolId: this.resource.userPoolId,
    });
  }
}

/** The id of a pool begins with its region (eu-west-1_Ab12), wherever the stack's provider points. */
function prefixHost(domain: CognitoUserPoolDomain, { userPoolId }: IUserPool): string {
  const known = Token.isUnresolved(userPoolId) ? undefined : userPoolId.split('_')[0];
  const host = Lazy.stringValue({ produce: () => signInHostOf(known ?? regionOf(domain)) });
  return `${domain.domain}.${host}.${Fn.element(Fn.split('_', userPoolId), 0)}.amazoncognito.com`;
}

function checkProps(construct: Construct, props: UserPoolDomainProps): void {
  const { managedLogin } = props;
  if (props.prefix === undefined) {
    const fix = 'Write it without scheme and path';
    checkText(construct, props.domainName, { prop: 'domainName', fix, ...formats.domainName });
    checkParent(construct, props.domainName);
    checkText(construct, props.certificateArn, {
      prop: 'certificateArn',
      pattern: /^arn:[\w-]+:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/,
      expected: 'the ARN of a certificate in us-east-1',
      fix: 'Make one with DomainCertificate, or give a prefix in place of a domain of your own',
    });
  } else {
    const word = isLate(props.prefix) ? undefined : reservedWordIn(String(props.prefix));
    check(construct, word === undefined, {
      prop: 'prefix',
      expected: `a prefix without the word ${word}, which AWS keeps for itself, also inside another word`,
      found: props.prefix,
      fix: `Choose a prefix without ${word}`,
    });
    const fix = 'It becomes the first part of the host name';
    checkText(construct, props.prefix, { prop: 'prefix', fix, ...formats.userPoolDomainPrefix });
  }
  check(construct, managedLogin === undefined || Boolean(managedLogin.styleMadeElsewhere?.trim()), {
    prop: 'managedLogin.styleMadeElsewhere',
    expected: 'where the style is made',
    found: '',
    fix: 'Say it, because managed login shows no page without a style and Terraform cannot make one',
  });
}
