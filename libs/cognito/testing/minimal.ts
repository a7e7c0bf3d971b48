import { join } from 'node:path';
import { type TerraformStack } from 'cdktf';
import {
  DomainCertificate,
  IdentityPool,
  Login,
  ManagedUserPoolClient,
  SamlMetadata,
  SesIdentity,
  UserPool,
  UserPoolClient,
} from '../src/index';
import { srp } from './client';
import { secret } from './providers';

/** A pool that is made elsewhere, so that what is added to it is all that is there. */
const theirs = (stack: TerraformStack) =>
  UserPool.fromArn(stack, 'users', 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123');

const topicArn = 'arn:aws:sns:eu-west-1:111111111111:oncall';
const administrator = 'arn:aws:iam::111111111111:role/administrator';
const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6';
const webAclArn = 'arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/acme/1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6';

/** The least that makes each public construct, by the name of its class; `minimal/<name>.json` is what it becomes. */
export const minimal: Readonly<Record<string, (stack: TerraformStack) => unknown>> = {
  UserPool: (stack) => new UserPool(stack, 'users', { name: 'acme' }),
  ImportedUserPool: theirs,
  UserPoolClient: (stack) => theirs(stack).addClient('app', srp),
  ImportedUserPoolClient: (stack) =>
    UserPoolClient.fromId(stack, 'app', { clientId: '1h57kf5cpq17m0eml12example', userPool: theirs(stack) })
      .clientSecret,
  ManagedUserPoolClient: (stack) =>
    new ManagedUserPoolClient(stack, 'search', { userPool: theirs(stack), namePrefix: 'AmazonOpenSearch', ...srp }),
  ResourceServer: (stack) =>
    theirs(stack).addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } }),
  Group: (stack) => theirs(stack).addGroup('editors'),
  UserPoolDomain: (stack) => theirs(stack).addDomain('domain', { prefix: 'acme' }),
  DomainCertificate: (stack) =>
    new DomainCertificate(stack, 'certificate', { domainName: 'auth.acme.com', hostedZoneId: 'Z1' }),
  ClassicPagesStyle: (stack) =>
    theirs(stack)
      .addDomain('domain', { prefix: 'acme' })
      .addClassicStyle('style', { css: '.banner-customizable { padding: 0; }' }),
  RiskConfiguration: (stack) =>
    theirs(stack).addRiskConfiguration('risks', { compromisedCredentials: { action: 'block' } }),
  SesIdentity: (stack) => new SesIdentity(stack, 'mail', { domain: 'acme.com' }),
  GoogleProvider: (stack) => theirs(stack).addGoogle('google', { clientId: 'acme', clientSecret: secret }),
  AppleProvider: (stack) =>
    theirs(stack).addApple('apple', {
      servicesId: 'com.acme',
      teamId: 'ABCDE12345',
      keyId: 'FGHIJ67890',
      privateKey: secret,
    }),
  FacebookProvider: (stack) =>
    theirs(stack).addFacebook('facebook', { appId: '1234', appSecret: secret, apiVersion: 'v19.0' }),
  AmazonProvider: (stack) => theirs(stack).addAmazon('amazon', { clientId: 'acme', clientSecret: secret }),
  OidcProvider: (stack) =>
    theirs(stack).addOidc('corp', {
      name: 'corp',
      clientId: 'acme',
      clientSecret: secret,
      issuer: 'https://login.acme.com',
    }),
  SamlProvider: (stack) =>
    theirs(stack).addSaml('saml', { name: 'saml', metadata: SamlMetadata.url('https://login.acme.com/metadata.xml') }),
  IdentityPool: (stack) =>
    new IdentityPool(stack, 'people', { name: 'acme', logins: [Login.google('acme.apps.googleusercontent.com')] }),
  FederatedRole: (stack) =>
    IdentityPool.fromId(stack, 'people', 'eu-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6').addRole('editors', {
      name: 'acme-editors',
    }),
  ImportedIdentityPool: (stack) => IdentityPool.fromName(stack, 'people', 'acme'),
  TestUser: (stack) => theirs(stack).addTestUser('ann', { username: 'ann@example.com' }),
  WebAclAssociation: (stack) => theirs(stack).addWebAcl('acl', { webAclArn }),
  UserPoolAlarms: (stack) => {
    const users = theirs(stack);
    users.addAlarms('alarms', { name: 'acme', topicArn, clients: { app: users.addClient('app', srp) } });
  },
  UserPoolDashboard: (stack) => {
    const users = theirs(stack);
    users.addDashboard('dashboard', { name: 'acme', clients: { app: users.addClient('app', srp) } });
  },
  UserExport: (stack) => theirs(stack).addUserExport('export', { name: 'acme-export', trusted: [administrator] }),
  UserImport: (stack) =>
    theirs(stack).addUserImport('import', { name: 'acme-import', trusted: [administrator], keyArns: [keyArn] }),
};

/** What Terraform reads of a construct. */
export const expectedIn = (name: string): string => join(__dirname, 'minimal', `${name}.json`);
