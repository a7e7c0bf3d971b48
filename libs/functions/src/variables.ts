import { check, describe, written } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { type LambdaFunctionProps } from './props';

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const RESERVED =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_)?REGION|AWS_EXECUTION_ENV|AWS_LAMBDA_(FUNCTION_|INITIALIZATION_TYPE|LOG_|RUNTIME_API).*|AWS_ACCESS_KEY(_ID)?|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|LAMBDA_(TASK_ROOT|RUNTIME_DIR))$/;

/** All names and values together. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MOST_BYTES = 4096;

/** Attributes of the provider that hold a secret's value. */
const SECRET_VALUE =
  /\b(aws_secretsmanager_secret_version\.[\w-]+\.secret_(string|binary)|aws_secretsmanager_random_password\.[\w-]+\.random_password|aws_ssm_parameter\.[\w-]+\.value|random_password\.[\w-]+\.result|[\w-]+\.client_secret|aws_iam_access_key\.[\w-]+\.secret)\b/;

/**
 * The function's environment variables, with the ARNs of its secrets; `undefined` for none.
 *
 * @throws ConstructError for names that Lambda does not take, and for more than 4 KB.
 */
export function variablesOf(
  lambda: IConstruct,
  { variables = {}, secrets = {} }: Pick<LambdaFunctionProps, 'variables' | 'secrets'>,
): Record<string, string> | undefined {
  const references = Object.fromEntries(Object.entries(secrets).map(([name, { arn }]) => [name, arn]));
  const both = Object.keys(references).find((name) => name in variables);
  check(lambda, both === undefined, {
    prop: `secrets.${both}`,
    expected: 'a name that no variable has',
    found: both,
    fix: 'Rename one of the two',
  });
  for (const name of [...Object.keys(variables), ...Object.keys(references)]) checkName(lambda, name);
  const all = { ...variables, ...references };
  checkSize(lambda, all);
  return Object.keys(all).length > 0 ? all : undefined;
}

function checkName(lambda: IConstruct, name: string): void {
  check(lambda, /^[a-zA-Z][a-zA-Z0-9_]+$/.test(name), {
    prop: `variables.${name}`,
    expected: 'a name of at least two letters, digits and underscores, beginning with a letter',
    found: name,
    fix: 'Rename it',
  });
  check(lambda, !RESERVED.test(name), {
    prop: `variables.${name}`,
    expected: 'a name that Lambda does not set itself',
    found: name,
    fix: 'Rename it; the function has this variable already',
  });
}

/** What is wrong with the variables once it is known where their values come from. */
export function secretsAmong(lambda: IConstruct, variables: Readonly<Record<string, string>>): string[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const found = SECRET_VALUE.exec(written(lambda, value))?.[0];
    if (found === undefined) return [];
    const expected = 'a value that everyone who may look at the function may read';
    const fix = 'Hand over the secret by reference, in `secrets`, and read its value in the handler';
    return [describe({ prop: `variables.${name}`, expected, found, fix })];
  });
}

function checkSize(lambda: IConstruct, variables: Readonly<Record<string, string>>): void {
  const known = Object.entries(variables).filter(([, value]) => !Token.isUnresolved(value));
  const bytes = known.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  check(lambda, bytes <= MOST_BYTES, {
    prop: 'variables',
    expected: 'names and values of at most 4 KB together',
    found: `${bytes} bytes`,
    fix: 'Move the large ones into the code or into a parameter of Systems Manager',
  });
}
