import { DataAwsCognitoUserPool } from '@cdktf/provider-aws/lib/data-aws-cognito-user-pool';
import { formats, type Partition, partitionOf, regions } from '@gatehouse/checks';
import { accountOf, check, checkText, snakeCase } from '@gatehouse/construct-kit';
import { Fn, Token } from 'cdktf';
import { type Construct } from 'constructs';
import { type KnownAttributes } from '../attributes/attribute';
import { checkCustomName } from '../attributes/custom-attributes';
import { BaseUserPool } from './base-user-pool';
import { inOtherPlace, type Origin } from './other-place';

/**
 * What is known of a pool beside its ARN.
 * @example UserPool.fromArn(stack, 'theirs', arn, { customAttributes: ['tenant'] })
 */
export interface FromArnOptions<Custom extends string = never> {
  /**
   * Names of the pool's custom attributes, without `custom:`.
   * @default - `attribute` knows the standard ones only
   */
  readonly customAttributes?: readonly Custom[];
}

/**
 * What is known of a pool beside its id.
 * @example UserPool.fromId(stack, 'theirs', 'eu-west-1_AbCdEf123', { customAttributes: ['tenant'] })
 */
export interface FromIdOptions<Custom extends string = never> extends FromArnOptions<Custom> {
  /**
   * The AWS account of the pool, 12 digits.
   * @default - the account of the stack
   */
  readonly account?: string;
}

interface ImportedUserPoolProps<Custom extends string> extends FromArnOptions<Custom>, Origin {
  readonly arn?: string;
}

/** A user pool that is made elsewhere: nothing of it is in Terraform here. `UserPool.fromId` and `fromArn` make it. */
export class ImportedUserPool<Custom extends string> extends BaseUserPool<Custom> {
  readonly userPoolId: string;
  readonly endpoint: string;

  protected readonly attributes: KnownAttributes;

  constructor(scope: Construct, id: string, { arn, customAttributes = [], ...origin }: ImportedUserPoolProps<Custom>) {
    super(scope, id);
    const { region, userPoolId } = origin;
    for (const name of customAttributes) checkCustomName(this, name);
    this.node.addValidation({ validate: () => inOtherPlace(this, origin) });
    this.attributes = { standard: {}, custom: Object.fromEntries(customAttributes.map((name) => [name, {}])) };
    this.userPoolId = userPoolId;
    this.endpoint = `cognito-idp.${region}.${partition(region).dnsSuffix}/${userPoolId}`;
    this.arn = arn;
  }

  private readonly arn: string | undefined;
  private found: DataAwsCognitoUserPool | undefined;

  /**
   * What the id does not tell, such as the `domain` and `customDomain` of the pool, its `name` and its settings. Terraform asks AWS
   * for it, each time it plans; without a use of this, it asks nothing.
   *
   * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/cognito_user_pool
   * @example
   * const { domain } = UserPool.fromId(this, 'users', 'eu-west-1_AbCdEf123').details;
   */
  get details(): DataAwsCognitoUserPool {
    this.found ??= new DataAwsCognitoUserPool(this, 'details', { userPoolId: this.userPoolId });
    this.found.overrideLogicalId(snakeCase(this.node.id));
    return this.found;
  }

  /** @throws ConstructError when neither the pool's account nor the stack's is known. */
  get userPoolArn(): string {
    check(this, this.arn !== undefined, {
      prop: 'account',
      expected: 'the AWS account of the user pool, which is part of its ARN',
      found: undefined,
      fix: "Give it, as in UserPool.fromId(this, 'users', id, { account }), or use UserPool.fromArn",
    });
    return this.arn;
  }
}

/** @throws ConstructError for what is no id of a user pool. */
export function userPoolFromId<Custom extends string>(
  scope: Construct,
  id: string,
  userPoolId: string,
  options: FromIdOptions<Custom>,
): ImportedUserPool<Custom> {
  const region = regionOfId(userPoolId);
  const account = options.account ?? accountOf(scope);
  const arn = account && `arn:${partition(region).id}:cognito-idp:${region}:${account}:userpool/${userPoolId}`;
  const origin = { prop: 'userPoolId', found: userPoolId, userPoolId, region, account } as const;
  const pool = new ImportedUserPool(scope, id, { ...options, ...origin, arn });
  checkText(pool, userPoolId, { prop: 'userPoolId', fix: 'Copy it from the Cognito console', ...formats.userPoolId });
  checkRegion(pool, 'userPoolId', userPoolId, region);
  if (options.account !== undefined) {
    checkText(pool, options.account, {
      prop: 'account',
      pattern: /^\d{12}$/,
      expected: 'the 12 digits of an AWS account id',
      fix: 'Write them in quotes: a number loses its leading zeros',
    });
  }
  return pool;
}

/** @throws ConstructError for what is no ARN of a user pool. */
export function userPoolFromArn<Custom extends string>(
  scope: Construct,
  id: string,
  arn: string,
  options: FromArnOptions<Custom>,
): ImportedUserPool<Custom> {
  const userPoolId = partOf(arn, '/', 1);
  const region = partOf(arn, ':', 3);
  const origin = { prop: 'userPoolArn', found: arn, userPoolId, region, account: partOf(arn, ':', 4) } as const;
  const pool = new ImportedUserPool(scope, id, { ...options, ...origin, arn });
  checkText(pool, arn, {
    prop: 'userPoolArn',
    fix: 'Copy it from the Cognito console, or use UserPool.fromId',
    ...formats.userPoolArn,
  });
  checkRegion(pool, 'userPoolArn', arn, region);
  return pool;
}

function checkRegion(pool: BaseUserPool, prop: string, found: string, region: string): void {
  check(pool, Token.isUnresolved(region) || regions.includes(region), {
    prop,
    expected: 'a region that AWS has',
    found,
    fix: 'Correct the region in it',
  });
}

/** The id of a pool begins with its region. */
const regionOfId = (userPoolId: string): string => partOf(userPoolId, '_', 0);

/** Of a text that is known only when Terraform runs, Terraform takes the part. */
const partOf = (text: string, separator: string, index: number): string =>
  Token.isUnresolved(text)
    ? Token.asString(Fn.element(Fn.split(separator, text), index))
    : (String(text).split(separator)[index] ?? '');

/** A region that is not known yet, and one that is about to be refused, count as one of AWS's main partition. */
const partition = (region: string): Partition => partitionOf(regions.includes(region) ? region : 'us-east-1');
