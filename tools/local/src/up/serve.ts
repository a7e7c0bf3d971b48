import { type Surface } from '@gatehouse/surface';
import { type Stack } from '@gatehouse/terraform';
import { type Reporter } from '../console';
import { type Emulator } from '../emulator';
import { awsOf, callerOf } from '../emulator/caller';
import { apiKeyValues } from './api-keys';
import { inWorkspace } from '../workspace';
import { type Gateway, publishedKeys, snapshotsAt, startGateway } from '../gateway';
import { type HandledRequest } from '../requests-log';

export interface ServeOptions {
  /** What Terraform applied. */
  readonly surface: Surface;
  readonly stacks: readonly Stack[];
  /** Where the emulator answers. */
  readonly endpoint: string;
  readonly region: string;
  readonly emulator: Emulator;
  readonly port: number;
  /** As `UpOptions` has it. */
  readonly watched?: boolean;
  readonly reporter: Pick<Reporter, 'relay'>;
  readonly onRequest: (request: HandledRequest) => void;
  readonly onAccessLog: (line: string) => void;
}

/** Serves what is applied; functions come from the folders of their stacks. */
export async function serve(options: ServeOptions): Promise<Gateway> {
  const relay = (line: string): void => options.reporter.relay(line);
  return startGateway({
    surface: options.surface,
    port: options.port,
    keys: publishedKeys(options.endpoint),
    apiKeyValue: apiKeyValues(options.endpoint, options.region),
    callerOf: (accessKeyId) => callerOf(options.emulator.internal, accessKeyId),
    functionRoots: options.stacks.map(({ directory }) => directory),
    services: inWorkspace('apps'),
    renewedByOwner: options.watched,
    aws: awsOf(options.emulator),
    snapshots: snapshotsAt(options.endpoint),
    onAccessLog: options.onAccessLog,
    onRequest: options.onRequest,
    onRefusal: relay,
    onFunctionOutput: (name, line) => relay(`[${name}] ${line}`),
  });
}
