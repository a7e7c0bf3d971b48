import { Wafv2WebAcl, type Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { formats, type ManagedRules, managedRules } from '@gatehouse/checks';
import { check, checkText, checkWholeNumber, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { reference } from '../terraform';

/** What the web ACL of an API refuses. */
export interface WebAclOptions {
  /**
   * ARN of a regional web ACL of another owner, instead of rules of your own.
   * @default - one is made, with the rules below
   */
  readonly webAclArn?: string;
  /**
   * Groups of rules that AWS keeps, looked at in this order.
   * @default - none
   */
  readonly managedRules?: readonly ManagedRules[];
  /**
   * Requests that one IP address may send in five minutes, 10 to 2,000,000,000; more are refused with 403.
   * @default - no limit for each address
   */
  readonly rateLimitPer5Minutes?: number;
  /**
   * User pools whose sign-in is behind the same web ACL, by a name for Terraform and their ARN.
   * @default - none
   */
  readonly userPools?: Readonly<Record<string, string>>;
}

export interface WebAclProps extends WebAclOptions {
  /** Reference to the ARN of the stage. */
  readonly stageArn: string;
}

/**
 * Looks at requests before API Gateway does: by a web ACL with the rules that are asked for, or by one that exists.
 *
 * Requests are counted in CloudWatch and not sampled: a sample holds headers, and so people's tokens.
 *
 * @throws ConstructError for no rule at all, rules with `webAclArn`, and values that AWS WAF refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
 */
export class WebAcl extends Construct {
  constructor(scope: Construct, id: string, api: ApiContext, props: WebAclProps) {
    super(scope, id);
    checkProps(this, props);
    const webAclArn = props.webAclArn ?? this.addWebAcl(api, props);
    this.associate(api, api.terraformName, webAclArn, props.stageArn);
    for (const [name, arn] of Object.entries(props.userPools ?? {})) {
      this.associate(api, snakeCase(name), webAclArn, arn);
    }
  }

  private addWebAcl(api: ApiContext, { managedRules = [], rateLimitPer5Minutes }: WebAclProps): string {
    const name = api.apiName;
    const limits = rateLimitPer5Minutes === undefined ? [] : [rateRule(rateLimitPer5Minutes)];
    const webAcl = new Wafv2WebAcl(this, 'Resource', {
      name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      // The limit is looked at first: it is cheap, and counts what other rules refuse.
      rule: [...limits, ...managedRules.map(managedRule)].map((rule, priority) => ({ ...rule, priority })),
      visibilityConfig: visibility(name.replace(/[^\w-]/g, '-')),
    });
    nameInTerraform(webAcl, api.terraformName);
    return reference(webAcl, 'arn');
  }

  private associate(api: ApiContext, name: string, webAclArn: string, resourceArn: string): void {
    const association = new Wafv2WebAclAssociation(this, `to ${name}`, { webAclArn, resourceArn });
    nameInTerraform(association, name);
  }
}

type Rule = Omit<Wafv2WebAclRule, 'priority'>;

function rateRule(limit: number): Rule {
  return {
    name: 'rate-limit',
    action: { block: {} },
    statement: { rate_based_statement: { limit, aggregate_key_type: 'IP', evaluation_window_sec: 300 } },
    visibilityConfig: visibility('rate-limit'),
  };
}

function managedRule(name: ManagedRules): Rule {
  return {
    name,
    // The group says itself what it refuses.
    overrideAction: { none: {} },
    statement: { managed_rule_group_statement: { vendor_name: 'AWS', name } },
    visibilityConfig: visibility(name),
  };
}

function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}

function checkProps(construct: Construct, props: WebAclProps): void {
  const { webAclArn, managedRules: groups = [], rateLimitPer5Minutes } = props;
  const ownRules = groups.length > 0 || rateLimitPer5Minutes !== undefined;
  check(construct, ownRules === (webAclArn === undefined), {
    prop: 'webAcl',
    expected: 'either webAclArn, or managedRules or rateLimitPer5Minutes',
    found: { webAclArn, managedRules: groups, rateLimitPer5Minutes },
    fix: 'Name the web ACL that exists, or say which rules the one made here has',
  });
  if (webAclArn !== undefined) {
    checkText(construct, webAclArn, {
      prop: 'webAcl.webAclArn',
      fix: 'A stage takes no web ACL of CloudFront (scope global) and none of WAF Classic',
      ...formats.webAclArn,
    });
  }
  if (rateLimitPer5Minutes !== undefined) {
    checkWholeNumber(construct, rateLimitPer5Minutes, {
      prop: 'webAcl.rateLimitPer5Minutes',
      min: 10,
      max: 2_000_000_000,
      fix: 'AWS WAF counts no other limits',
    });
  }
  const unfit = groups.find((group, index) => !managedRules.includes(group) || groups.indexOf(group) < index);
  check(construct, unfit === undefined, {
    prop: 'webAcl.managedRules',
    expected: `names among ${managedRules.join(', ')}, each once`,
    found: unfit,
    fix: 'Groups with settings or a price of their own belong to a web ACL that is named by webAclArn',
  });
}
