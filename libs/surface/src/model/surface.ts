import type { Alarm } from './alarm';
import type { DependencyCycle } from './dependency-cycle';
import type { FunctionPermission, FunctionUrl, LambdaFunction } from './function';
import type { IdentityProvider } from './federation';
import type { HttpApi } from './http-api';
import type { IdentityPool } from './identity-pool';
import type { ApiDomain, UsagePlan, VpcLink, WebAclAssociation } from './protection';
import type { RiskConfiguration } from './risk-configuration';
import type { Role } from './role';
import type { RestApi } from './rest-api';
import type { Located } from './located';
import type { User, UserGroup } from './user';
import type { ResourceServer, UserPool, UserPoolClient, UserPoolDomain } from './user-pool';

/**
 * The access model: what Terraform values say about who may call what.
 * Plain data, JSON-serialisable; every reader makes it and every consumer reads only it.
 *
 * Parts name each other by Terraform address, so the stacks of one environment are read together and environments one at a
 * time.
 *
 * `Surface` is applied state, where everything is known. `Surface<Unknown>` is a plan or synthesized JSON; a
 * `Surface` is one too, so a rule written for `Surface<Unknown>` takes both.
 */
export interface Surface<U = never> {
  /** REST APIs. */
  readonly apis: readonly RestApi<U>[];
  /** HTTP and WebSocket APIs. */
  readonly httpApis: readonly HttpApi<U>[];
  readonly apiDomains: readonly ApiDomain<U>[];
  readonly usagePlans: readonly UsagePlan<U>[];
  /** Of REST APIs. Absent: not read. */
  readonly vpcLinks?: readonly VpcLink<U>[];
  /** Absent: not read. */
  readonly alarms?: readonly Alarm<U>[];
  readonly webAcls: readonly WebAclAssociation<U>[];
  readonly userPools: readonly UserPool<U>[];
  readonly clients: readonly UserPoolClient<U>[];
  readonly resourceServers: readonly ResourceServer<U>[];
  readonly userPoolDomains: readonly UserPoolDomain<U>[];
  readonly identityProviders: readonly IdentityProvider<U>[];
  readonly userGroups: readonly UserGroup<U>[];
  readonly users: readonly User<U>[];
  readonly riskConfigurations: readonly RiskConfiguration<U>[];
  readonly identityPools: readonly IdentityPool<U>[];
  readonly roles: readonly Role<U>[];
  readonly functions: readonly LambdaFunction<U>[];
  readonly functionPermissions: readonly FunctionPermission<U>[];
  readonly functionUrls: readonly FunctionUrl<U>[];
  /** Of synthesized code. Absent: none, or not looked for. */
  readonly dependencyCycles?: readonly DependencyCycle[];
  /** What is there but could not be looked into. */
  readonly unread: readonly Unread[];
}

/** What could not be read, and why. */
export interface Unread extends Located {
  readonly why: string;
}
