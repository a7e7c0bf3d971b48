import { type AwsHere } from './aws-here';
import { type Tags } from './tags';

/** Something that AWS has, under a name that it gives more than once. */
export interface Listed {
  readonly id: string;
  /** @default - it is not said, as by an emulator: it may be the one that is looked for */
  readonly made?: Date;
  /** @default - it takes none, as the clients of a pool */
  readonly tags?: Tags;
  /** Whether AWS refuses to delete it. @default false */
  readonly isProtected?: boolean;
}

/** How resources of one type are found, and removed. */
export interface Listing {
  /** The argument with its name. */
  readonly named: string;
  /**
   * Those of a name.
   *
   * @param attribute gives the value of an argument; nothing when it cannot be known
   * @returns nothing when it cannot be known what they belong to
   */
  find(aws: AwsHere, name: string, attribute: (name: string) => string | undefined): Promise<Listed[] | undefined>;
  /** Commands of the AWS CLI, without `aws` and their region. */
  remove(listed: Listed, attribute: (name: string) => string | undefined): string[];
}

/** Types whose ids only AWS knows, and whose names it gives more than once: what is made again is there twice. */
export const LISTINGS: Readonly<Record<string, Listing>> = {
  aws_cognito_user_pool: {
    named: 'name',
    async find({ cognito }, name) {
      const { DescribeUserPoolCommand, paginateListUserPools } =
        await import('@aws-sdk/client-cognito-identity-provider');
      const found: Listed[] = [];
      for await (const { UserPools = [] } of paginateListUserPools({ client: cognito }, { MaxResults: 60 })) {
        for (const { CreationDate: made, Id: id, Name } of UserPools) {
          if (Name !== name || id === undefined) continue;
          const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: id }));
          const isProtected = UserPool?.DeletionProtection === 'ACTIVE';
          found.push({ id, made, isProtected, tags: UserPool?.UserPoolTags ?? {} });
        }
      }
      return found;
    },
    remove: ({ id, isProtected = false }) => [
      ...(isProtected ? [`cognito-idp update-user-pool --user-pool-id ${id} --deletion-protection INACTIVE`] : []),
      `cognito-idp delete-user-pool --user-pool-id ${id}`,
    ],
  },
  aws_cognito_user_pool_client: {
    named: 'name',
    async find({ cognito }, name, attribute) {
      const sdk = await import('@aws-sdk/client-cognito-identity-provider');
      const UserPoolId = attribute('user_pool_id');
      if (UserPoolId === undefined) return undefined;
      const found: Listed[] = [];
      const pages = sdk.paginateListUserPoolClients({ client: cognito }, { UserPoolId, MaxResults: 60 });
      for await (const { UserPoolClients = [] } of pages) {
        for (const { ClientId, ClientName } of UserPoolClients) {
          if (ClientName !== name || ClientId === undefined) continue;
          const asked = new sdk.DescribeUserPoolClientCommand({ UserPoolId, ClientId });
          const { CreationDate: made } = (await cognito.send(asked)).UserPoolClient ?? {};
          found.push({ id: ClientId, made });
        }
      }
      return found;
    },
    remove: ({ id }, attribute) => [
      `cognito-idp delete-user-pool-client --user-pool-id ${attribute('user_pool_id')} --client-id ${id}`,
    ],
  },
  aws_cognito_identity_pool: {
    named: 'identity_pool_name',
    async find(aws, name) {
      const found: Listed[] = [];
      let NextToken: string | undefined;
      do {
        const page: IdentityPools = await aws.identityPools('ListIdentityPools', { MaxResults: 60, NextToken });
        for (const { IdentityPoolId: id, IdentityPoolName } of page.IdentityPools) {
          if (IdentityPoolName !== name) continue;
          const asked = { IdentityPoolId: id };
          const { IdentityPoolTags: tags = {} } = await aws.identityPools<IdentityPool>('DescribeIdentityPool', asked);
          found.push({ id, tags });
        }
        NextToken = page.NextToken;
      } while (NextToken);
      return found;
    },
    remove: ({ id }) => [`cognito-identity delete-identity-pool --identity-pool-id ${id}`],
  },
  aws_api_gateway_rest_api: {
    named: 'name',
    async find(aws, name) {
      const found: Listed[] = [];
      let position: string | undefined;
      do {
        const query: Record<string, string> = { limit: '500', ...(position !== undefined && { position }) };
        const page: RestApis = await aws.apiGateway('/restapis', query);
        for (const { createdDate, id, name: own, tags = {} } of page.item ?? []) {
          // In seconds.
          if (own === name) found.push({ id, tags, made: dateOf(createdDate && createdDate * 1000) });
        }
        position = page.position;
      } while (position);
      return found;
    },
    remove: ({ id }) => [`apigateway delete-rest-api --rest-api-id ${id}`],
  },
  aws_apigatewayv2_api: {
    named: 'name',
    async find(aws, name) {
      const found: Listed[] = [];
      let nextToken: string | undefined;
      do {
        const query: Record<string, string> = { maxResults: '500', ...(nextToken !== undefined && { nextToken }) };
        const page: HttpApis = await aws.apiGateway('/v2/apis', query);
        for (const { apiId: id, createdDate, name: own, tags = {} } of page.items ?? []) {
          if (own === name) found.push({ id, tags, made: dateOf(createdDate) });
        }
        nextToken = page.nextToken;
      } while (nextToken);
      return found;
    },
    remove: ({ id }) => [`apigatewayv2 delete-api --api-id ${id}`],
  },
};

const dateOf = (value: string | number | undefined): Date | undefined =>
  value === undefined ? undefined : new Date(value);

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html */
interface IdentityPools {
  readonly IdentityPools: readonly { readonly IdentityPoolId: string; readonly IdentityPoolName: string }[];
  readonly NextToken?: string;
}

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html */
interface IdentityPool {
  readonly IdentityPoolTags?: Tags;
}

interface Tagged {
  readonly name: string;
  readonly tags?: Tags;
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html */
interface RestApis {
  readonly item?: readonly (Tagged & { readonly id: string; readonly createdDate?: number })[];
  readonly position?: string;
}

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html */
interface HttpApis {
  readonly items?: readonly (Tagged & { readonly apiId: string; readonly createdDate?: string })[];
  readonly nextToken?: string;
}
