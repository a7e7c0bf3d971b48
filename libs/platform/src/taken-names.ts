import { type App, TerraformResource, Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { EnvironmentStack } from './environment-stack';
import { stacksIn } from './stacks-in';

/** The argument that AWS has once for each account and region. A function first: its role and log group have its name too. */
const nameArguments: Readonly<Record<string, string>> = {
  aws_lambda_function: 'function_name',
  aws_cloudwatch_log_group: 'name',
  aws_cloudwatch_metric_alarm: 'alarm_name',
  aws_api_gateway_domain_name: 'domain_name',
  aws_cognito_user_pool_domain: 'domain',
  aws_dynamodb_table: 'name',
  aws_iam_policy: 'name',
  aws_iam_role: 'name',
  aws_kms_alias: 'name',
  aws_s3_bucket: 'bucket',
  aws_secretsmanager_secret: 'name',
  aws_sesv2_email_identity: 'email_identity',
  aws_sns_topic: 'name',
  aws_sqs_queue: 'name',
  aws_ssm_parameter: 'name',
};

interface Named {
  readonly key: string;
  readonly type: string;
  readonly argument: string;
  readonly name: string;
  readonly place: string;
}

/**
 * AWS refuses the second resource of a name, or lets it overwrite the first, when half of the environment is applied.
 *
 * @throws an error with the construct paths and files of both.
 */
export function refuseTakenNames(app: App): void {
  const first = new Map<string, Named>();
  const types = Object.keys(nameArguments);
  const named = stacksIn(app).flatMap(namedIn);
  for (const each of named.sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type))) {
    const other = first.get(each.key);
    if (other === undefined) first.set(each.key, each);
    else throw new Error(problem(each, other));
  }
}

const problem = ({ argument, name, place, type }: Named, other: Named): string =>
  `${place}, ${argument}: expected a name that no other ${type} of the environment has, found ${JSON.stringify(name)}, ` +
  `which ${other.place} has too. Name one of the two differently.`;

function namedIn(stack: IConstruct): Named[] {
  if (!(stack instanceof EnvironmentStack)) return [];
  return stack.node.findAll().flatMap((construct) => {
    if (!TerraformResource.isTerraformResource(construct)) return [];
    const { node, terraformResourceType: type } = construct;
    const argument = nameArguments[type];
    // Another provider is another region, or another account.
    if (argument === undefined || construct.provider !== undefined) return [];
    const [written] = Object.values(construct.toTerraform().resource[type] as Record<string, Record<string, unknown>>);
    const name = written?.[argument];
    // What Terraform knows only later is no name yet.
    if (typeof name !== 'string' || name.includes('${') || Token.isUnresolved(name)) return [];
    const { source } = (written?.['//'] ?? {}) as { source?: string };
    const place = source === undefined ? node.path : `${node.path} (${source})`;
    return [{ key: JSON.stringify([stack.environment.name, type, name]), type, argument, name, place }];
  });
}
