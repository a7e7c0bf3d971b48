import { type Surface } from '@gatehouse/surface';
import { createFunctions } from './functions/functions';
import { createHandler } from './handle';
import { serveHttp } from './http-server';
import { type ClientSecret, tokenEndpoint } from './oauth/token-endpoint';
import { type TokenSigner } from './oauth/token-signer';
import { poolKeyCache, type PoolKeys } from './request/pool-keys';
import { chooseApi, loadStages, type Stages } from './stages';

export interface GatewayOptions {
  /** What is applied. */
  readonly surface: Surface;
  /** Terraform address of the REST API to serve. @default - the only one of the surface */
  readonly apiAddress?: string;
  /** @default - a free port */
  readonly port?: number;
  /** Where user pools publish their keys, e.g. `publishedKeys(emulatorUrl)`. */
  readonly keys: PoolKeys;
  /** Signs the token endpoint's tokens; the authorizers trust its key next to the pools' own. */
  readonly signer: TokenSigner;
  readonly clientSecret: ClientSecret;
  /** Folders that the functions' archives are relative to. */
  readonly functionRoots: readonly string[];
  /** @default - printed to standard output */
  readonly onAccessLog?: (line: string) => void;
  /** A line that a function printed. @default - printed to standard output, behind the function's name */
  readonly onFunctionOutput?: (functionName: string, line: string) => void;
  /**
   * Why the gateway failed a request; the client only sees `Internal server error`, as on AWS.
   *
   * @default - printed to standard error
   */
  readonly onProblem?: (message: string) => void;
  /**
   * Who may call what a request asked for, and why that request may not: the client only sees 401 or 403.
   *
   * @default - printed to standard error
   */
  readonly onRefusal?: (message: string) => void;
}

export interface Gateway {
  /** `http://127.0.0.1:<port>`; a stage is below it, as on AWS. */
  readonly url: string;
  /** The OAuth 2.0 token endpoint, which AWS serves on the user pool's domain. */
  readonly tokenUrl: string;
  /** Takes newly applied values. A stage changes only with its deployment; functions change with their archive. */
  reload(surface: Surface): Promise<void>;
  close(): Promise<void>;
}

/**
 * The data plane of API Gateway, with Cognito authorizers, Lambda functions and the pools' token endpoint, on the loopback
 * interface.
 *
 * @throws Error when the surface cannot be served: no API, no archive of a function, a definition AWS would refuse.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const functions = createFunctions({
    roots: options.functionRoots,
    onOutput: options.onFunctionOutput ?? ((name, line) => console.log(`[${name}] ${line}`)),
  });
  const parts = { functions, jwksCache: poolKeyCache(options.keys, options.signer.key) };
  let surface = options.surface;
  let stages: Stages = new Map();
  const reload = async (next: Surface) => {
    const loaded = loadStages(chooseApi(next, options.apiAddress), stages, parts);
    await functions.load(next);
    surface = next;
    stages = loaded;
  };

  const api = createHandler((name) => stages.get(name), {
    onAccessLog: options.onAccessLog ?? console.log,
    onProblem: options.onProblem ?? console.error,
    onRefusal: options.onRefusal ?? console.error,
  });
  const token = tokenEndpoint({ ...options, surface: () => surface });
  try {
    await reload(surface);
    const server = await serveHttp(
      (request) => (/^\/oauth2\/token(\?|$)/.test(request.target) ? token(request) : api(request)),
      options.port ?? 0,
    );
    return {
      url: server.url,
      tokenUrl: `${server.url}/oauth2/token`,
      reload,
      close: async () => {
        await server.close();
        await functions.stop();
      },
    };
  } catch (error) {
    await functions.stop();
    throw error;
  }
}
