import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { synthApp } from '@gatehouse/testing';
import { PeopleStack } from '../testing/readme-example';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

describe('the README', () => {
  it('shows the example as it is type-checked', () => {
    const example = read('../testing/readme-example.ts').replace("'../src/index'", "'@gatehouse/cognito'");

    expect(read('../README.md')).toContain('```ts\n' + example + '```');
  });

  it('shows an example that synthesizes what it says', () => {
    const { people } = synthApp((app) => {
      new AwsProvider(new PeopleStack(app), 'aws', { region: 'eu-west-1' });
    });

    expect(Object.entries(people?.resource ?? {}).map(([type, named]) => [type, Object.keys(named)])).toEqual([
      ['aws_cognito_identity_pool', ['people']],
      ['aws_cognito_identity_pool_roles_attachment', ['people']],
      ['aws_cognito_resource_server', ['reports']],
      ['aws_cognito_user_pool', ['users']],
      ['aws_cognito_user_pool_client', ['app', 'machine']],
      ['aws_cognito_user_pool_domain', ['domain']],
      ['aws_iam_role', ['people_authenticated', 'people_guest']],
      ['aws_iam_role_policy', ['people_authenticated']],
    ]);
  });
});
