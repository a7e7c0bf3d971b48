import type { Gain } from '@gatehouse/policy';

/** Whose tokens of a provider a role accepts. */
export interface Tokens {
  /**
   * `anyone`: anyone at all; `everyone`: all to whom the provider gives one; `starter`: of any project, where one person
   * starts it; `named`: those that conditions name.
   */
  readonly of: 'anyone' | 'everyone' | 'starter' | 'named';
  /** The subjects that conditions name: `repo:acme*`. */
  readonly values: readonly string[];
}

/** Whose tokens conditions accept. A pattern that starts with an owner's name names the owner only where the name ends. */
export function tokensOf(provider: string, { broad, conditions }: Gain): Tokens {
  const issuer = issuerOf(provider);
  const claims = conditions.flatMap((condition) => claimIn(condition, issuer));
  const values = claims.filter(({ claim }) => claim === 'sub').flatMap((each) => each.values);
  const by = (isNamed: (claim: Claim) => boolean, otherwise: Tokens['of']): Tokens => ({
    of: claims.some(isNamed) ? 'named' : otherwise,
    values,
  });
  if (SHARED.test(issuer)) {
    const isActor = claims.some(({ claim, values }) => /^actor(_id)?$/.test(claim) && !values.some(isPattern));
    return by(namesOwner, isActor ? 'starter' : 'anyone');
  }
  if (CLUSTER.test(issuer)) return by(namesNamespace, 'everyone');
  if (SOCIAL.test(issuer)) return by(namesPerson, broad.unbound ? 'anyone' : 'everyone');
  return { of: broad.unbound ? 'anyone' : 'named', values };
}

/** `token.actions.githubusercontent.com` */
export const issuerOf = (provider: string): string => provider.replace(/^.*:oidc-provider\//, '');

/** Whether values name exact branches or tags of repositories, or runs of projects, that earlier values were of. */
export const isOfSameProject = (values: readonly string[], earlier: readonly string[]): boolean =>
  values.length > 0 &&
  values.every(
    (value) =>
      earlier.includes(value) ||
      (!isPattern(value) && !value.endsWith(':pull_request') && earlier.some((each) => isSame(projectOf(each), value))),
  );

const isSame = (project: string | undefined, value: string): boolean =>
  project !== undefined && project === projectOf(value);

/** `repo:acme/app:` of `repo:acme/app:ref:refs/heads/main` */
const projectOf = (value: string): string | undefined =>
  /^(repo:[^*?:/]+\/[^*?:/]+|project_path:[^*?:]+|organization:[^*?:]+:(project:[^*?:]+:workspace|pipeline):[^*?:]+):/.exec(
    value,
  )?.[1];

/** Anyone can have a repository or a project there, and every token is for the same audience. */
const SHARED =
  /^(token\.actions\.githubusercontent\.com|gitlab\.com|oidc\.circleci\.com|app\.terraform\.io|agent\.buildkite\.com|api\.bitbucket\.org|vstoken\.dev\.azure\.com|oidc\.vercel\.com)/;

/** Whether anyone can get a token of the provider: to trust it says nothing of whom. */
export const isShared = (provider: string): boolean =>
  SHARED.test(issuerOf(provider)) || SOCIAL.test(issuerOf(provider));

/** Every pod of a cluster can have a token. */
const CLUSTER = /^oidc\.eks\.|^oidc-eks\./;

/** Anyone can have an account there, and use an application with it. */
const SOCIAL = /^(graph\.facebook\.com|accounts\.google\.com|www\.amazon\.com|appleid\.apple\.com)/;

interface Claim {
  readonly claim: string;
  readonly values: readonly string[];
}

/** `StringLike token.actions.githubusercontent.com:sub repo:acme/*`, where a token must have the claim. */
function claimIn(condition: string, issuer: string): Claim[] {
  const [operator = '', key = '', ...rest] = condition.split(' ');
  if (/Not|IfExists|Null|ForAllValues/i.test(operator)) return [];
  if (!key.toLowerCase().startsWith((issuer.split('/')[0] ?? '').toLowerCase())) return [];
  const claim = key.slice(key.lastIndexOf(':') + 1).toLowerCase();
  return [{ claim, values: rest.join(' ').split(' or ') }];
}

const namesOwner = ({ claim, values }: Claim): boolean =>
  claim === 'sub'
    ? values.every((value) => isHidden(value) || OWNER.test(value))
    : !NO_OWNER.has(claim) && values.every((value) => isHidden(value) || /^[^*?/:@]+([/:@]|$)/.test(value));

/** An owner up to where the name ends: `repo:acme/`; of Bitbucket a repository, which has an ID that no other has. */
const OWNER =
  /(^|:)((repo|repository|repository_owner|repository_owner_id|repository_id|enterprise|enterprise_id|job_workflow_ref|project_path|organization|owner):|org\/|sc:\/\/)[^*?/:]+([/:]|$)|^\{[^*?:]+\}:/;

/** The same in the tokens of many owners. */
const NO_OWNER = new Set([
  ...['aud', 'amr', 'actor', 'actor_id', 'ref', 'ref_type', 'environment', 'workflow', 'event_name'],
  ...['runner_environment', 'user_login', 'user_email', 'repository_visibility', 'job_workflow_sha', 'head_ref'],
]);

const namesNamespace = ({ claim, values }: Claim): boolean =>
  claim === 'sub' && values.every((value) => isHidden(value) || /^system:serviceaccount:[^*?:]+:/.test(value));

const namesPerson = ({ claim, values }: Claim): boolean =>
  /^(sub|id|user_id|email)$/.test(claim) && values.every((value) => isHidden(value) || !isPattern(value));

const isPattern = (value: string): boolean => /[*?]/.test(value);

/** That it is hidden is a finding of its own. */
const isHidden = (value: string): boolean => /^(a value that is )?\(?not known\)?$/.test(value);
