import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { UserError } from '@gatehouse/cli-kit';
import { type Surface, surfaceFromState } from '@gatehouse/surface';
import { withArchives } from './archives';
import { readStateFiles, STANDARD_INPUT } from './state-files';

/** The states that a command line names, which can be read again. */
export class StateSource {
  private input?: Promise<Buffer>;

  constructor(
    private readonly names: readonly string[],
    /** Folder that the archives of functions are in. */
    private readonly functions: string,
  ) {}

  /** Those that can change. */
  get files(): readonly string[] {
    return this.names.filter((name) => name !== STANDARD_INPUT);
  }

  /**
   * What is applied now; standard input stays as it was.
   *
   * @throws UserError where a file cannot be read, nothing in the states is served, or a function has no archive
   * @throws UnreadableError for what is no state
   */
  async read(): Promise<Surface> {
    const applied = surfaceFromState(await readStateFiles(this.names, await this.standardInput()));
    if (applied.apis.length + applied.httpApis.length + applied.userPools.length === 0) {
      const names = this.names.join(', ');
      throw new UserError(`${names}: expected an API or a user pool, found none. Name the states that have them.`);
    }
    return withArchives(applied, this.functions);
  }

  private async standardInput() {
    if (!this.names.includes(STANDARD_INPUT) || process.stdin.isTTY) return process.stdin;
    this.input ??= buffer(process.stdin);
    return Readable.from([await this.input]);
  }
}
