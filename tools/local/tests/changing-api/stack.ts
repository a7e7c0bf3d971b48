import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform, type PlanJson, Terraform } from '@gatehouse/terraform';
import { type Emulator } from '../../src/emulator';
import { synthesized } from '../synthesized';
import { WatchedAws } from './watched-aws';

/** A route of a stage: who may call it and what answers. */
export interface Served {
  readonly route: string;
  readonly guard: string;
  readonly scopes: readonly string[];
  readonly integration: string;
}

interface Deployment {
  readonly routes: readonly {
    readonly method: string;
    readonly path: string;
    readonly authorizationType: string;
    readonly authorizationScopes?: readonly string[];
    readonly integration: { readonly type: string };
  }[];
}

/** The stack of `examples/changing-api`, applied step by step by plain Terraform. */
export class ChangingApi {
  /** What the stage of `reports` served after each request that changed something. */
  readonly aws: WatchedAws<readonly Served[]>;
  outputs: Readonly<Record<string, string>> = {};
  private readonly out = mkdtempSync(join(tmpdir(), 'gatehouse-changing-api-'));
  private terraform!: Terraform;

  constructor(private readonly emulator: Emulator) {
    this.aws = new WatchedAws(emulator.url, () => this.served('reports_id'));
  }

  async start(): Promise<void> {
    await this.aws.start();
  }

  async close(): Promise<void> {
    await this.aws.stop();
    rmSync(this.out, { recursive: true });
  }

  /** Synthesizes the step and plans it. */
  async plan(step: string): Promise<PlanJson> {
    const stack = synthesized('examples/changing-api/main.ts', this.out, this.aws.url, step);
    this.terraform = new Terraform({ binary: await findTerraform(), stack });
    await this.terraform.init();
    const { file } = await this.terraform.plan();
    return this.terraform.showPlan(file);
  }

  /** `terraform apply` of the plan, and nothing after it. */
  async apply(): Promise<void> {
    this.aws.steps = [];
    await this.terraform.apply();
    const outputs = await this.terraform.output();
    this.outputs = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, String(value)]));
  }

  /** What the last apply changed of an API, request by request. */
  stepsOf(id: 'orders_id' | 'reports_id'): ChangingApi['aws']['steps'] {
    return this.aws.steps.filter(({ request }) => request.includes(this.outputs[id]!));
  }

  /** The routes of the stage; none before it exists. */
  async served(id: 'orders_id' | 'reports_id'): Promise<readonly Served[]> {
    const query = new URLSearchParams({ apiId: this.outputs[id] ?? '', stage: 'dev' });
    const response = await fetch(`${this.emulator.url}/moto-api/gatehouse/deployment?${query}`);
    const { routes = [] } = (await response.json()) as Partial<Deployment>;
    return routes.map(({ authorizationScopes, authorizationType, integration, method, path }) => ({
      route: `${method} ${path}`,
      guard: authorizationType,
      scopes: authorizationScopes ?? [],
      integration: integration.type,
    }));
  }
}
