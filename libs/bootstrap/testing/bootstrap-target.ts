import { type BootstrapTarget } from '@gatehouse/environment';
import { synthApp, type SynthesizedStack } from '@gatehouse/testing';
import { BootstrapStack } from '../src/bootstrap-stack';
import { catalogue, type EnvironmentRights, renewed } from '@gatehouse/rights';
import { environment } from '@gatehouse/platform/testing';

/** A target with one environment. */
const target: BootstrapTarget = {
  name: 'bootstrap-111111111111-eu-west-1',
  account: '111111111111',
  region: 'eu-west-1',
  state: { bucket: 'acme-state', keyAlias: 'alias/state', key: 'bootstrap/111111111111-eu-west-1.tfstate' },
  makesCiProvider: true,
  environments: [environment({ name: 'dev' })],
  settings: {
    github: { repository: 'acme/shop', branch: 'main', provider: {} },
    stateHistoryDays: 90,
    tags: { Team: 'platform' },
  },
};

/** The bootstrap stack of that target, after the changes that a test is about. Its roles reach their states alone. */
export function synthBootstrapStack(
  changes: Partial<Omit<BootstrapTarget, 'settings'>> & {
    settings?: Partial<BootstrapTarget['settings']>;
    rights?: Readonly<Record<string, EnvironmentRights>>;
  } = {},
): SynthesizedStack {
  const { rights: given = {} } = changes;
  const changed = { ...target, ...changes, settings: { ...target.settings, ...changes.settings } };
  const rights = renewed({ environments: {}, types: {} }, given, catalogue);
  const [stack] = Object.values(synthApp((app) => void new BootstrapStack(app, changed, rights)));
  if (stack === undefined) throw new Error('no stack was written');
  return stack;
}

interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid?: string;
    readonly Effect: 'Allow' | 'Deny';
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  }[];
}

/** A policy in a stack, by the address of what carries it. */
export function policyAt({ resource }: SynthesizedStack, address: string, attribute = 'policy'): PolicyDocument {
  const [type = '', name = ''] = address.split('.');
  return JSON.parse(String(resource[type]?.[name]?.[attribute])) as PolicyDocument;
}

/** Everything that a role may do: its own policy, and those that are attached to it. */
export function statementsOf(stack: SynthesizedStack, environment: string, role: 'plan' | 'deploy') {
  const own = `${environment}_${role}`;
  const attached = Object.keys(stack.resource['aws_iam_policy'] ?? {}).filter((name) => name.startsWith(`${own}_`));
  const statements = [
    ...policyAt(stack, `aws_iam_role_policy.${own}`).Statement,
    ...attached.flatMap((name) => policyAt(stack, `aws_iam_policy.${name}`).Statement),
  ];
  const applied = JSON.stringify(statements)
    .replaceAll('${aws_s3_bucket.state.arn}', stateBucketArn)
    .replaceAll('${aws_kms_key.state.arn}', stateKeyArn);
  return JSON.parse(applied) as typeof statements;
}

/** What Terraform puts for references to them. */
export const stateBucketArn = 'arn:aws:s3:::state';
export const stateKeyArn = 'arn:aws:kms:eu-west-1:111111111111:key/state';
