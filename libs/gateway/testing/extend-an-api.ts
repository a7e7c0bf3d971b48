import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { Auth, Integration, RestApi } from '../src/index';
import { open, stage, userPool } from './api';

/**
 * Prints, as Terraform JSON, routes that are added to an API made elsewhere; the arguments are its id and who deploys it.
 * Run by tools/terraform/src/existing-api.system.test.ts.
 */
const [restApiId = '', deployedBy] = process.argv.slice(2);
const deployment =
  deployedBy === 'owner'
    ? ({ deployedBy, stageName: 'live' } as const)
    : ({ deployedBy: 'thisStack', name: 'pets', stage: { ...stage, name: 'guarded' } } as const);

const { data, output, resource } = synth((stack) => {
  const api = RestApi.fromId(stack, 'more', {
    restApiId,
    resources: { '/pets': true },
    cors: { allowOrigins: ['https://app.example.com'] },
    ...deployment,
  });
  api.addCognitoAuthorizer('users', { userPools: [userPool] });
  const integration = Integration.http({ url: 'https://backend.example.com' });
  api.addRoute('GET /pets/{id}', { auth: Auth.idToken(), integration });
  api.addRoute('POST /pets', { auth: Auth.accessToken('pets/write'), integration, body: { type: 'object' } });
  api.addRoute('GET /more', open);
  new TerraformOutput(stack, 'more_url', { value: api.url });
});
console.log(JSON.stringify({ data, output, resource }));
