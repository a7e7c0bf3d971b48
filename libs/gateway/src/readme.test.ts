import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { routeTable, surfaceFromSynth } from '@gatehouse/surface';
import { synthApp } from '@gatehouse/testing';
import { TerraformStack } from 'cdktf';
import { lambda, userPool } from '../testing/api';
import { ReportsStack } from '../testing/readme-example';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

describe('the README', () => {
  it('shows the example as it is type-checked', () => {
    const example = read('../testing/readme-example.ts').replace("'../src/index'", "'@gatehouse/gateway'");

    expect(read('../README.md')).toContain('```ts\n' + example + '```');
  });

  it('shows an example that synthesizes', () => {
    const { reports } = synthApp((app) => {
      const people = { guests: { granteeId: 'people_guest', roleName: 'acme-people-guest' } };
      const service = lambda(new TerraformStack(app, 'functions'));
      new AwsProvider(service, 'aws', { region: 'eu-west-1' });
      new AwsProvider(new ReportsStack(app, userPool, people, service), 'aws', { region: 'eu-west-1' });
    });

    const routes = routeTable(surfaceFromSynth([{ ...reports }]));
    expect(routes.map(({ cors, guard, route }) => [route, guard, cors?.origins])).toEqual([
      ['GET /health', 'anyone', ['https://app.example.com']],
      ['GET /me', 'token', ['https://app.example.com']],
      ['GET /prices', 'IAM', ['https://app.example.com']],
      ['GET /reports/{id}', 'token', ['https://app.example.com']],
    ]);
  });
});
