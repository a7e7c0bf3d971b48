import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';

/** Files of one API's client. */
export interface GeneratedClient {
  /** `dev-api/api` */
  readonly api: string;
  readonly files: readonly string[];
}

/**
 * Writes a typed TypeScript client for each API of an environment, from its `openapi.json`: the types, and a function that makes the client.
 *
 * @param app folder of the environment's app, synthesized
 * @param out folder to write to; @default - `cdktf.out/clients` in the app's folder, which Git ignores
 * @throws UserError when the environment has no API
 */
export function generateClients(app: string, out: string = join(app, 'cdktf.out/clients')): GeneratedClient[] {
  const folder = join(app, 'cdktf.out/openapi');
  const stacks = existsSync(folder) ? readdirSync(folder) : [];
  if (stacks.length === 0) {
    throw new UserError(
      `${relative(process.cwd(), folder)}: expected an API, found none. Add a RestApi or an HttpApi to a stack.`,
    );
  }
  return stacks.flatMap((stack) =>
    readdirSync(join(folder, stack)).map((file) => {
      const api = file.replace(/\.json$/, '');
      const target = join(out, stack);
      mkdirSync(target, { recursive: true });
      const types = join(target, `${api}.types.ts`);
      generate(join(folder, stack, file), types);
      const client = join(target, `${api}.ts`);
      writeFileSync(client, clientOf(api));
      return { api: `${stack}/${api}`, files: [client, types] };
    }),
  );
}

function generate(document: string, types: string): void {
  const generator = join(dirname(createRequire(__filename).resolve('openapi-typescript/package.json')), 'bin/cli.js');
  const { status, stderr } = spawnSync(process.execPath, [generator, document, '--output', types], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new UserError(`${document}: openapi-typescript cannot read it. ${stderr.trim()}`);
}

/** Middleware of openapi-fetch adds the token, so that it can be renewed. */
function clientOf(api: string): string {
  return `// Written by: npx nx client. Do not edit.
import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './${api}.types';

export interface ApiOptions extends ClientOptions {
  /** URL of the API, with its stage. */
  readonly baseUrl: string;
  /** The token of the caller, without \`Bearer\`; asked for before each request. */
  readonly token?: () => string | undefined | Promise<string | undefined>;
}

/** A client of the API: \`client.GET('/path')\`. */
export function createApiClient({ token, ...options }: ApiOptions): Client<paths> {
  const client = createClient<paths>(options);
  client.use({
    async onRequest({ request }) {
      const value = await token?.();
      if (value !== undefined) request.headers.set('Authorization', \`Bearer \${value}\`);
      return request;
    },
  });
  return client;
}
`;
}
