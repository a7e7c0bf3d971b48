import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  type IAMClient,
  ListPolicyVersionsCommand,
} from '@aws-sdk/client-iam';
import { boundaryArn, boundaryName, bootstrapPath, type Environment, placeOf } from '@gatehouse/environment';
import { boundaryOf, catalogue, deriveRights, type PolicyStatement, type StackContent } from '@gatehouse/rights';
import { readStackConfig, type Stack } from '@gatehouse/terraform';

/**
 * Makes the permissions boundary that every role of the environment has, as the bootstrap makes it in an AWS account: what the
 * policies of roles in the synthesized stacks allow. Without it, roles may do nothing. One that is there gets what they allow now.
 */
export async function createBoundary(
  iam: IAMClient,
  environment: Environment,
  stacks: readonly Stack[],
): Promise<void> {
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(environment, stacks) });
  const policy = { PolicyName: boundaryName(environment), Path: bootstrapPath, PolicyDocument };
  try {
    await iam.send(new CreatePolicyCommand(policy));
  } catch (error) {
    if ((error as Error).name !== 'EntityAlreadyExistsException') throw error;
    await renew(iam, boundaryArn(environment), PolicyDocument);
  }
}

/** IAM keeps five versions of a policy. */
async function renew(iam: IAMClient, PolicyArn: string, PolicyDocument: string): Promise<void> {
  const { Versions = [] } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
  for (const { VersionId } of Versions.filter(({ IsDefaultVersion }) => !IsDefaultVersion)) {
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
  }
  await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
}

function statementsOf(environment: Environment, stacks: readonly Stack[]): readonly PolicyStatement[] {
  const place = placeOf(environment);
  const contents = stacks.map((stack) => ({ name: stack.name, content: readStackConfig(stack) as StackContent }));
  const statements = boundaryOf(deriveRights(contents, place, catalogue).rights, place);
  // IAM takes no policy without a statement.
  return statements.length > 0 ? statements : [{ Effect: 'Deny', Action: ['*'], Resource: '*' }];
}
