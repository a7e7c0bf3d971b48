import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth, type SynthesizedStack, validationErrors } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { Code, LambdaFunction, type LambdaFunctionProps } from '../src';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-functions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An archive: a function looks at its bytes only. */
export const archive = join(folder, 'api.zip');
writeFileSync(archive, 'the same bytes each time');

export const props: LambdaFunctionProps = {
  functionName: 'gatehouse-test-service',
  code: Code.archive(archive, { madeBy: 'make' }),
};

/** A function with these props changed, and what is done with it. */
const made =
  (changes: Partial<LambdaFunctionProps>, use: (lambda: LambdaFunction) => void) => (stack: TerraformStack) =>
    use(new LambdaFunction(stack, 'service', { ...props, ...changes }));

const nothing = (): void => undefined;

export const build = (changes: Partial<LambdaFunctionProps> = {}, use = nothing as (lambda: LambdaFunction) => void) =>
  synth(made(changes, use));

/** What is wrong with it once it is known where values come from. */
export const problems = (changes: Partial<LambdaFunctionProps>, use = nothing as (lambda: LambdaFunction) => void) =>
  validationErrors(made(changes, use));

/** Statements of what is allowed to the function, each without its effect. */
export function allowed({ resource }: SynthesizedStack): object[] {
  const { Statement } = JSON.parse(String(resource.aws_iam_role_policy?.service_permissions?.policy)) as {
    Statement: { Effect: string }[];
  };
  return Statement.map(({ Effect, ...statement }) => {
    expect(Effect).toBe('Allow');
    return statement;
  });
}
