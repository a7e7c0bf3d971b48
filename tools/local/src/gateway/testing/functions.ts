import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LambdaFunction } from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { createFunctions, type Functions, type FunctionsOptions } from '../functions/functions';
import { aFunction, aPermission, functionArn } from './surface';

export const caller = {
  service: 'apigateway.amazonaws.com',
  sourceArn: 'arn:aws:execute-api:eu-west-1:123456789012:api1/local/GET/me',
};

/** Functions that run from archives in a folder of their own, new for each test of a file. */
export class FunctionsUnderTest {
  root = '';
  output: string[] = [];
  functions!: Functions;

  /** @param options beside `roots` and `onOutput`; `services` from the folder of the archives */
  constructor(given: Pick<FunctionsOptions, 'aws' | 'renewedByOwner' | 'services'> = {}) {
    beforeEach(() => {
      // Read here, because a server of the test has its port only now.
      const { services, ...options } = given;
      this.root = mkdtempSync(join(tmpdir(), 'gatehouse-archives-'));
      this.output = [];
      const onOutput = (name: string, line: string) => this.output.push(`${name}: ${line}`);
      this.functions = createFunctions({
        roots: [this.root],
        services: services && join(this.root, services),
        ...options,
        onOutput,
      });
    });
    afterEach(async () => {
      await this.functions.stop();
      rmSync(this.root, { recursive: true });
    });
  }

  archive = (files: Record<string, string>, name = 'reports.zip'): void => {
    const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
    const path = join(this.root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) }));
  };

  deploy = async (files: Record<string, string> | string, overrides: Partial<LambdaFunction> = {}) => {
    this.archive(typeof files === 'string' ? { 'index.js': files } : files);
    await this.load(aFunction(overrides));
  };

  load = (...all: LambdaFunction[]): Promise<void> =>
    this.functions.load({
      functions: all,
      functionPermissions: all.map(({ name }) => aPermission({ functionName: name })),
    });

  invoke = async (event: unknown = {}): Promise<unknown> =>
    JSON.parse(await this.functions.invoke(functionArn, JSON.stringify(event), caller));
}
