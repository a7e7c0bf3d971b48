import type { Located } from './located';
import type { Policy } from './policy';
import type { List } from './value';

/** `aws_api_gateway_usage_plan`: limits for the holders of API keys. */
export interface UsagePlan<U = never> extends Located {
  readonly id: string | U;
  readonly name: string | U;
  readonly stages: List<UsagePlanStage<U>, U>;
  /** Keys of the plan: `aws_api_gateway_usage_plan_key`. Their values are secrets and not in the surface. */
  readonly keys: readonly UsagePlanKey<U>[];
  /** Requests per second. */
  readonly throttleRate?: number | U;
  readonly throttleBurst?: number | U;
  readonly quota?: {
    readonly limit: number | U;
    readonly period: 'DAY' | 'WEEK' | 'MONTH' | U;
    /** Requests that count as made in the first period. */
    readonly offset?: number | U;
  };
}

/** A key of a usage plan. */
export interface UsagePlanKey<U = never> extends Located {
  readonly id: string | U;
  /** Address of the key, when it is part of the surface. */
  readonly key?: string;
  /** False: the key is there and not good. True for a key that another stack owns. */
  readonly enabled: boolean | U;
}

/** A stage that a usage plan is for. */
export interface UsagePlanStage<U = never> {
  readonly apiId: string | U;
  /** Address of the API, when it is part of the surface. */
  readonly api?: string;
  readonly stage: string | U;
  /** `/path/VERB` -> limits of its own. */
  readonly throttles: List<{ readonly path: string | U; readonly rate?: number | U; readonly burst?: number | U }, U>;
}

/** A custom domain of REST (`aws_api_gateway_domain_name`) or HTTP APIs (`aws_apigatewayv2_domain_name`). */
export interface ApiDomain<U = never> extends Located {
  readonly name: string | U;
  readonly securityPolicy: 'TLS_1_0' | 'TLS_1_2' | U;
  /** True: callers must show a client certificate. */
  readonly mutualTls: boolean | U;
  /** `s3://bucket/key` of the certificates that callers' certificates are signed by. */
  readonly truststore?: string | U;
  /** Version of that object. Absent: the one at the last change of the domain. */
  readonly truststoreVersion?: string | U;
  readonly endpointTypes?: List<'EDGE' | 'REGIONAL' | 'PRIVATE', U>;
  readonly certificateArn?: string | U;
  /** Of a private domain: who may call through it. Absent: none is written. */
  readonly policy?: Policy<U>;
  /** Region of the domain, as far as the provider's configuration says. */
  readonly region?: string;
  readonly mappings: readonly DomainMapping<U>[];
}

/** The API below a path of a host. */
export interface DomainMapping<U = never> extends Located {
  readonly apiId: string | U;
  readonly api?: string;
  /** Absent: the caller names the stage. */
  readonly stage?: string | U;
  /** Absent: the whole domain. */
  readonly basePath?: string | U;
}

/** `aws_wafv2_web_acl_association` or `aws_wafregional_web_acl_association`. */
export interface WebAclAssociation<U = never> extends Located {
  readonly webAclArn: string | U;
  readonly resourceArn: string | U;
  /** That of the provider that makes it, as far as the configuration says. */
  readonly region?: string;
  /** Address of the stage or user pool, when it is part of the surface. */
  readonly resource?: string;
  /** AWS's rule groups in it. Absent: the web ACL is not part of the surface, or not known. */
  readonly managedGroups?: readonly ManagedRuleGroup[];
}

/** A group of rules that AWS keeps for web ACLs. */
export interface ManagedRuleGroup {
  /** `AWSManagedRulesCommonRuleSet` */
  readonly name: string;
  /** Its rules that only count, or let in. Absent: it only counts, or it is not known which requests it stops. */
  readonly relaxed?: readonly string[];
}

/** `aws_api_gateway_vpc_link`: how REST APIs reach a private network. */
export interface VpcLink<U = never> extends Located {
  readonly name: string | U;
  /** ARNs of load balancers. */
  readonly targetArns: List<string, U>;
}
