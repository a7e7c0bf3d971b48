import {
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetRoleCommand,
  type Tag,
} from '@aws-sdk/client-iam';
import { UserError } from '@gatehouse/cli-kit';
import { unlessMissing } from '../aws';
import { defaultTagsOf } from './config';
import { type Finder, type Search } from './finder';

const missing = ['NoSuchEntityException'];

export const role: Finder = async (search) => {
  const RoleName = search.text('name');
  const found = await unlessMissing(
    missing,
    async () => (await search.aws.iam.send(new GetRoleCommand({ RoleName }))).Role,
  );
  if (found === undefined) return undefined;
  checkOwner(search, `IAM role ${RoleName}`, found.Tags, 'Rename it');
  return RoleName;
};

export const policy: Finder = async (search) => {
  const PolicyArn = `arn:${search.partition}:iam::${search.target.account}:policy${search.text('path')}${search.text('name')}`;
  const found = await unlessMissing(
    missing,
    async () => (await search.aws.iam.send(new GetPolicyCommand({ PolicyArn }))).Policy,
  );
  if (found === undefined) return undefined;
  checkOwner(search, `IAM policy ${PolicyArn}`, found.Tags, 'Rename it');
  return PolicyArn;
};

export const openIdProvider: Finder = async (search) => {
  const { account } = search.target;
  const host = search.text('url').replace('https://', '');
  const OpenIDConnectProviderArn = `arn:${search.partition}:iam::${account}:oidc-provider/${host}`;
  const found = await unlessMissing(missing, () =>
    search.aws.iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn })),
  );
  if (found === undefined) return undefined;
  const way = `Say that it is made elsewhere, with "github": { "provider": { "${account}": "elsewhere" } } in environments/bootstrap.json`;
  checkOwner(search, `The OIDC provider ${host}`, found.Tags, way);
  return OpenIDConnectProviderArn;
};

/** What someone else made for other ends must not be changed; a tag tells it from what a killed run made. */
function checkOwner({ config, target }: Search, what: string, tags: Tag[] | undefined, way: string): void {
  const { Project } = defaultTagsOf(config);
  if ((tags ?? []).some(({ Key, Value }) => Key === 'Project' && Value === Project)) return;
  throw new UserError(
    `${what} exists in account ${target.account}, and is not the bootstrap's: it has no tag Project=${Project}. ` +
      `${way}, or give it that tag to have it taken over.`,
  );
}
