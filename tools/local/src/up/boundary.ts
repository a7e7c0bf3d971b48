import { CreatePolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import { boundaryName, bootstrapPath, type Environment, placeOf } from '@gatehouse/environment';
import { boundaryOf, catalogue, deriveRights, type PolicyStatement, type StackContent } from '@gatehouse/rights';
import { readStackConfig, type Stack } from '@gatehouse/terraform';

/**
 * Makes the permissions boundary that every role of the environment has, as the bootstrap makes it in an AWS account: what the
 * policies of roles in the synthesized stacks allow. Without it, roles may do nothing.
 */
export async function createBoundary(
  iam: IAMClient,
  environment: Environment,
  stacks: readonly Stack[],
): Promise<void> {
  const policy = { Version: '2012-10-17', Statement: statementsOf(environment, stacks) };
  await iam.send(
    new CreatePolicyCommand({
      PolicyName: boundaryName(environment),
      Path: bootstrapPath,
      PolicyDocument: JSON.stringify(policy),
    }),
  );
}

function statementsOf(environment: Environment, stacks: readonly Stack[]): readonly PolicyStatement[] {
  const place = placeOf(environment);
  const contents = stacks.map((stack) => ({ name: stack.name, content: readStackConfig(stack) as StackContent }));
  const statements = boundaryOf(deriveRights(contents, place, catalogue).rights, place);
  // IAM takes no policy without a statement.
  return statements.length > 0 ? statements : [{ Effect: 'Deny', Action: ['*'], Resource: '*' }];
}
