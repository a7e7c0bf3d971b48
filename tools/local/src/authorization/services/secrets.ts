import { onNamedResources } from '../generic';
import { resourceCalled } from '../policies';
import { type Ask, type Question } from '../question';

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html */
export function secrets(question: Question): Promise<Ask[]> {
  const { operation, parameters, region } = question;
  const { Name, SecretId, VersionId, VersionStage } = parameters as Record<string, string | undefined>;
  return onNamedResources(question, operation as string, {
    'secretsmanager:SecretId': SecretId && (resourceCalled(question, SecretId)?.arn ?? SecretId),
    'secretsmanager:Name': Name,
    'secretsmanager:VersionId': VersionId,
    'secretsmanager:VersionStage': VersionStage,
    'secretsmanager:SecretPrimaryRegion': region,
    'secretsmanager:resource/AllowRotationLambdaArn': undefined,
    'secretsmanager:resource/Type': undefined,
  });
}
