import { isDeepStrictEqual } from 'node:util';
import { type ChangeOfPlan, type Plan, withoutValue } from './plans';

const PUBLIC = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const everyone = JSON.stringify({ Version: '2012-10-17', Statement: [PUBLIC] });
const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});
const anyoneAssumes = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
});

/** The worst value of each argument that is a guard, a principal or a policy. */
const WORST: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_api_gateway_method: { authorization: 'NONE' },
  aws_api_gateway_rest_api_policy: { policy: everyone },
  aws_apigatewayv2_route: { authorization_type: 'NONE' },
  aws_ecr_repository_policy: { policy: everyone },
  aws_iam_group_policy: { policy: everything },
  aws_iam_role: { assume_role_policy: anyoneAssumes },
  aws_iam_role_policy: { policy: everything },
  aws_iam_user_policy: { policy: everything },
  aws_kms_key: { policy: everyone },
  aws_kms_key_policy: { policy: everyone },
  aws_lambda_function_url: { authorization_type: 'NONE' },
  // With nothing that narrows it.
  aws_lambda_permission: { principal: '*' },
  aws_s3_bucket_policy: { policy: everyone },
  aws_secretsmanager_secret_policy: { policy: everyone },
  aws_sns_topic_policy: { policy: everyone },
  aws_sqs_queue_policy: { policy: everyone },
};

const NARROWING = ['principal_org_id', 'source_account', 'source_arn'];

/** Makes a change end with the worst value of one of its guards. */
export type Worsening = (change: ChangeOfPlan, plan: Plan) => void;

/** Every way to make a change of this plan the worst: by the value itself, one that is not known yet, one that is hidden. */
export function worsenings({ type, change }: ChangeOfPlan): { readonly what: string; readonly make: Worsening }[] {
  const { before, after } = change;
  return Object.entries(WORST[type] ?? {}).flatMap(([argument, worst]) => {
    if (!after || isSame(after[argument], worst) || isSame(before?.[argument], worst)) return [];
    const isKnown = typeof after[argument] === 'string' && after[argument] !== '';
    return [
      { what: `${argument} is the worst`, make: setting(argument, worst) },
      // What was hidden before and stays so did not change.
      ...(isKnown
        ? [
            { what: `${argument} is not known`, make: hiding(argument) },
            { what: `${argument} is sensitive`, make: marking(argument, worst) },
          ]
        : []),
    ];
  });
}

const setting =
  (argument: string, value: unknown): Worsening =>
  (each) =>
    edit(each, { after: { [argument]: value }, unknown: { [argument]: undefined } }, NARROWING);

const hiding =
  (argument: string): Worsening =>
  (each, plan) => {
    edit(each, { after: { [argument]: undefined }, unknown: { [argument]: true } });
    withoutValue(plan, each, argument);
  };

const marking =
  (argument: string, value: unknown): Worsening =>
  (each) => {
    edit(each, { after: { [argument]: value } }, NARROWING);
    each.change.after_sensitive = { ...fields(each.change.after_sensitive), [argument]: true };
  };

function edit(
  each: ChangeOfPlan,
  { after, unknown = {} }: { readonly after: object; readonly unknown?: object },
  without: readonly string[] = [],
): void {
  const { change } = each;
  const none = Object.fromEntries(without.map((name) => [name, undefined]));
  change.after = { ...change.after, ...none, ...after };
  change.after_unknown = { ...fields(change.after_unknown), ...none, ...unknown };
  if (change.actions.join() === 'no-op') change.actions = ['update'];
}

/** Keys of a policy come in any order. */
const isSame = (value: unknown, worst: unknown): boolean => isDeepStrictEqual(read(value), read(worst));

const read = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('{') ? (JSON.parse(value) as unknown) : value;

/** A mask may be one flag for everything. */
const fields = (mask: unknown): object => (typeof mask === 'object' && mask !== null ? mask : {});
