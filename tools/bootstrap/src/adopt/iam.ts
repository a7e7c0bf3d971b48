import { GetOpenIDConnectProviderCommand, GetPolicyCommand, GetRoleCommand, type Tag } from '@aws-sdk/client-iam';
import { UserError } from '@gatehouse/cli-kit';
import { ciProviderOf } from '@gatehouse/environment';
import { unlessMissing } from '../aws';
import { defaultTagsOf } from './config';
import { type Finder, type Search } from './finder';

export const role: Finder = async (search) => {
  const RoleName = search.text('name');
  const find = async () => (await search.aws.iam.send(new GetRoleCommand({ RoleName }))).Role;
  return own(search, `IAM role ${RoleName}`, find, 'Rename it', RoleName);
};

export const policy: Finder = async (search) => {
  const { partition, target, text } = search;
  const PolicyArn = `arn:${partition}:iam::${target.account}:policy${text('path')}${text('name')}`;
  const find = async () => (await search.aws.iam.send(new GetPolicyCommand({ PolicyArn }))).Policy;
  return own(search, `IAM policy ${PolicyArn}`, find, 'Rename it', PolicyArn);
};

export const openIdProvider: Finder = async (search) => {
  const { account, settings } = search.target;
  const host = search.text('url').replace('https://', '');
  const OpenIDConnectProviderArn = `arn:${search.partition}:iam::${account}:oidc-provider/${host}`;
  const find = () => search.aws.iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));
  const way = `Say that it is made elsewhere, with "${ciProviderOf(settings).kind}": { "provider": { "${account}": "elsewhere" } } in environments/bootstrap.json`;
  return own(search, `The OIDC provider ${host}`, find, way, OpenIDConnectProviderArn);
};

/** @returns the id of what `find` finds; nothing when there is nothing */
async function own(
  { config, target }: Search,
  what: string,
  find: () => Promise<{ readonly Tags?: Tag[] } | undefined>,
  way: string,
  id: string,
): Promise<string | undefined> {
  const found = await unlessMissing(['NoSuchEntityException'], find);
  if (found === undefined) return undefined;
  // What someone else made for other ends must not be changed; a tag tells it from what a killed run made.
  const { Project } = defaultTagsOf(config);
  if (found.Tags?.some(({ Key, Value }) => Key === 'Project' && Value === Project)) return id;
  throw new UserError(
    `${what} exists in account ${target.account}, and is not the bootstrap's: it has no tag Project=${Project}. ` +
      `${way}, or give it that tag to have it taken over.`,
  );
}
