import { namedLikeTheirOperation } from '../generic';
import { type Ask, type Question } from '../question';

/**
 * A role is asked for by its ARN; session tags ask for `sts:TagSession` as well.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
 */
export function sts(question: Question): Ask[] | Promise<Ask[]> {
  const { operation, parameters } = question;
  if (operation !== 'AssumeRole') return namedLikeTheirOperation(question);
  const { ExternalId, RoleArn, RoleSessionName, SourceIdentity, Tags } = parameters as Record<
    string,
    string | undefined
  >;
  const context = {
    'sts:ExternalId': ExternalId,
    'sts:RoleSessionName': RoleSessionName,
    'sts:SourceIdentity': SourceIdentity,
    'sts:TransitiveTagKeys': parameters['TransitiveTagKeys'] as string[] | undefined,
  };
  const actions = [
    'AssumeRole',
    ...(Tags === undefined ? [] : ['TagSession']),
    ...(SourceIdentity === undefined ? [] : ['SetSourceIdentity']),
  ];
  return actions.map((action) => ({ action: `sts:${action}`, resource: String(RoleArn), context }));
}
