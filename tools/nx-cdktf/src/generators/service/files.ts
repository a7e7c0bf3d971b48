/** The files of a new service, from its folder. */
export function filesOf(name: string): Record<string, string> {
  return {
    'package.json': `${JSON.stringify(manifestOf(name), null, 2)}\n`,
    'tsconfig.json': TSCONFIG,
    'README.md': `# @gatehouse/${name}

A Lambda function. \`src/index.ts\` exports its \`handler\`; \`npx nx build ${name}\` bundles it into \`dist/${name}.zip\`, which
\`Code.service('${name}')\` of \`@gatehouse/functions\` deploys.
`,
    'src/index.ts': `import { type APIGatewayProxyEvent, type APIGatewayProxyResult } from 'aws-lambda';

/** Answers the routes that call this service. API Gateway has decided who may call before it runs. */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ service: '${name}', route: \`\${event.httpMethod} \${event.resource}\` }),
  };
}
`,
    'src/index.test.ts': `import { type APIGatewayProxyEvent } from 'aws-lambda';
import { handler } from './index';

it('answers with the route that was called', async () => {
  const event = { httpMethod: 'GET', resource: '/${name}' } as APIGatewayProxyEvent;

  const { statusCode, body } = await handler(event);

  expect([statusCode, JSON.parse(body)]).toEqual([200, { service: '${name}', route: 'GET /${name}' }]);
});
`,
  };
}

/** @param dependencies packages that the archive holds, with their exact versions */
export const manifestOf = (name: string, dependencies?: Readonly<Record<string, string>>): object => ({
  name: `@gatehouse/${name}`,
  version: '0.0.0',
  private: true,
  license: 'Apache-2.0',
  type: 'commonjs',
  dependencies,
  nx: { name, tags: ['type:service'] },
});

export const TSCONFIG = `{
  "extends": "../../tsconfig.base.json",
  "include": ["**/*.ts"],
  "exclude": ["node_modules", "dist"]
}
`;
