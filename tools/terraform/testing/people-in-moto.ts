import { ask } from './cloud';
import { type Moto } from './moto';

/** Names of what a stack makes, when nothing was made twice. */
export const EACH_ONCE = {
  pools: ['people'],
  clients: ['app'],
  identityPools: ['people'],
  apis: ['people'],
  httpApis: ['people'],
  functions: ['people'],
};

/** What an emulator has of user pools, their clients, identity pools, APIs and functions. */
export class PeopleInMoto {
  constructor(private readonly moto: Moto) {}

  async names(): Promise<Readonly<Record<string, string[]>>> {
    const all = { MaxResults: 60 };
    const { UserPools } = await this.ask<{ UserPools: { Name: string; Id: string }[] }>(IDP, 'ListUserPools', all);
    const clients = UserPools.map(({ Id: UserPoolId }) =>
      this.ask<{ UserPoolClients: { ClientName: string }[] }>(IDP, 'ListUserPoolClients', { UserPoolId, ...all }),
    );
    type IdentityPools = { IdentityPools: { IdentityPoolName: string }[] };
    const { IdentityPools } = await this.ask<IdentityPools>(IDENTITY, 'ListIdentityPools', all);
    const { items = [] } = await this.get<{ items?: { name: string }[] }>('apigateway', '/v2/apis');
    const { item = [] } = await this.get<{ item?: { name: string }[] }>('apigateway', '/restapis');
    type Functions = { Functions?: { FunctionName: string }[] };
    const { Functions = [] } = await this.get<Functions>('lambda', '/2015-03-31/functions/');
    return {
      pools: UserPools.map(({ Name }) => Name),
      clients: (await Promise.all(clients)).flatMap(({ UserPoolClients }) =>
        UserPoolClients.map(({ ClientName }) => ClientName),
      ),
      identityPools: IdentityPools.map(({ IdentityPoolName }) => IdentityPoolName),
      apis: item.map(({ name }) => name),
      httpApis: items.map(({ name }) => name),
      functions: Functions.map(({ FunctionName }) => FunctionName),
    };
  }

  /** Does what a command of the AWS CLI does, such as `aws apigateway delete-rest-api --rest-api-id a1`. */
  async remove(command: string): Promise<void> {
    const option = (name: string) => new RegExp(` --${name} (\\S+)`).exec(command)?.[1];
    const [UserPoolId, ClientId] = [option('user-pool-id'), option('client-id')];
    const IdentityPoolId = option('identity-pool-id');
    const [api, httpApi] = [option('rest-api-id'), option('api-id')];
    if (api !== undefined) await this.fetch('apigateway', `/restapis/${api}`, 'DELETE');
    else if (httpApi !== undefined) await this.fetch('apigateway', `/v2/apis/${httpApi}`, 'DELETE');
    else if (IdentityPoolId !== undefined) await this.ask(IDENTITY, 'DeleteIdentityPool', { IdentityPoolId });
    else if (ClientId !== undefined) await this.ask(IDP, 'DeleteUserPoolClient', { UserPoolId, ClientId });
    else await this.ask(IDP, 'DeleteUserPool', { UserPoolId });
  }

  private ask<T>(service: string, action: string, input: object): Promise<T> {
    return ask<T>(this.moto, service, action, input);
  }

  private async get<T>(service: string, path: string): Promise<T> {
    return (await (await this.fetch(service, path)).json()) as T;
  }

  private fetch(service: string, path: string, method = 'GET'): Promise<Response> {
    const credential = `emulator/20260101/eu-west-1/${service}/aws4_request`;
    const headers = { Authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0` };
    return fetch(`${this.moto.endpoint}${path}`, { method, headers });
  }
}

const IDP = 'AWSCognitoIdentityProviderService';
const IDENTITY = 'AWSCognitoIdentityService';
