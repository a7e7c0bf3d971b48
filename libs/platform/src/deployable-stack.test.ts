import { tmpdir } from 'node:os';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { synthApp, type SynthesizedStack } from '@gatehouse/testing';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { DeployableStack } from './deployable-stack';

function stackIn(scope: Construct, name: string): DeployableStack {
  const account = '111111111111';
  const state = { bucket: 'acme-state', key: `qa/${name}.tfstate`, region: 'eu-west-1', kmsKey: 'alias/acme', account };
  return new DeployableStack(scope, `qa-${name}`, {
    name,
    state,
    provider: { account, region: 'eu-west-1', tags: {} },
  });
}

const queue = (stack: TerraformStack, id = 'jobs') => new SqsQueue(stack, id, { name: id });
const read = (stack: TerraformStack, value: string, id = 'read') => new TerraformOutput(stack, id, { value });

/** Two stacks, of which the second one reads what `read` returns. */
function pair(build: (source: DeployableStack, reader: DeployableStack) => string) {
  const stacks = synthApp((app) => {
    const [source, reader] = [stackIn(app, 'source'), stackIn(app, 'reader')];
    read(reader, build(source, reader));
  });
  return { source: part(stacks, 'qa-source'), reader: part(stacks, 'qa-reader') };
}

function part(stacks: Record<string, SynthesizedStack>, name: string): SynthesizedStack {
  const stack = stacks[name];
  if (stack === undefined) throw new Error(`no stack ${name}`);
  return stack;
}

const outputOf = (stack: string, output: string) => ({
  value: `\${data.terraform_remote_state.${stack}.outputs.${output}}`,
});

describe('a value of another stack', () => {
  it('is an output with a readable name, read from the state that holds it', () => {
    const { source, reader } = pair((source) => queue(source).arn);

    expect(source.output).toEqual({ jobs_arn: { value: '${aws_sqs_queue.jobs.arn}' } });
    expect(reader.output.read).toEqual(outputOf('source', 'jobs_arn'));
    expect(reader.data.terraform_remote_state?.source).toMatchObject({ config: { key: 'qa/source.tfstate' } });
  });

  it('is the output that there is for it already', () => {
    const { source, reader } = pair((source) => {
      const { arn } = queue(source);
      source.addOutput('where_jobs_go', arn);
      return arn;
    });

    expect(Object.keys(source.output)).toEqual(['where_jobs_go']);
    expect(reader.output.read).toEqual(outputOf('source', 'where_jobs_go'));
  });

  it('is one output and one state, however often it is read', () => {
    const { source, reader } = pair((source, reader) => {
      const { arn, url } = queue(source);
      read(reader, arn, 'again');
      read(reader, url, 'url');
      return arn;
    });

    expect(Object.keys(source.output).sort()).toEqual(['jobs_arn', 'jobs_url']);
    expect(Object.keys(reader.data.terraform_remote_state ?? {})).toEqual(['source']);
  });

  it('has the longer name where an output or a construct has the short one', () => {
    const byOutput = pair((source) => {
      source.addOutput('jobs_arn', 'another value');
      return queue(source).arn;
    });
    const byConstruct = pair((source) => {
      queue(source, 'jobs_arn');
      return queue(source).arn;
    });

    expect(byOutput.reader.output.read).toEqual(outputOf('source', 'sqs_queue_jobs_arn'));
    expect(byConstruct.reader.output.read).toEqual(outputOf('source', 'sqs_queue_jobs_arn'));
  });

  it('is read where the reader has a construct named as the stack is', () => {
    const { reader } = pair((source, reader) => {
      queue(reader, 'source');
      return queue(source).arn;
    });

    expect(reader.output.read).toEqual(outputOf('source', 'jobs_arn'));
    expect(reader.resource.aws_sqs_queue).toHaveProperty('source');
  });

  it('is sensitive when Terraform holds it as secret', () => {
    const { source } = pair(
      (source) => new SecretsmanagerSecretVersion(source, 'key', { secretId: 'a', secretString: 'b' }).secretString,
    );

    expect(source.output).toEqual({
      key_secret_string: { value: '${aws_secretsmanager_secret_version.key.secret_string}', sensitive: true },
    });
  });

  it('may stand in a text and in a list', () => {
    const { reader } = pair((source, reader) => {
      const { arn } = queue(source);
      new SqsQueue(reader, 'dead', { name: 'dead', policy: `to ${arn}`, tags: { from: arn } });
      new TerraformOutput(reader, 'all', { value: [arn, arn] });
      return arn;
    });
    const { value } = outputOf('source', 'jobs_arn');

    expect(reader.resource.aws_sqs_queue?.dead).toMatchObject({ policy: `to ${value}`, tags: { from: value } });
    expect(reader.output.all).toEqual({ value: [value, value] });
  });
});

describe('the order of stacks', () => {
  const orderOf = (build: (app: App) => void) => {
    let order: Record<string, string[]> = {};
    synthApp((app) => {
      build(app);
      app.synth();
      const { stacks } = app.manifest;
      order = Object.fromEntries(Object.entries(stacks).map(([name, { dependencies }]) => [name, dependencies.sort()]));
    });
    return order;
  };

  it('follows a chain, whatever is made first', () => {
    const order = orderOf((app) => {
      const [c, b, a] = [stackIn(app, 'c'), stackIn(app, 'b'), stackIn(app, 'a')];
      const first = queue(a, 'first');
      const second = new SqsQueue(b, 'second', { name: first.name });
      read(c, second.arn);
    });

    expect(order).toEqual({ 'qa-a': [], 'qa-b': ['qa-a'], 'qa-c': ['qa-b'] });
  });

  it('follows a diamond', () => {
    const order = orderOf((app) => {
      const [top, left, right, end] = ['top', 'left', 'right', 'end'].map((name) => stackIn(app, name));
      if (!top || !left || !right || !end) throw new Error('four stacks');
      const { name } = queue(top);
      for (const side of [left, right]) read(end, new SqsQueue(side, 'side', { name }).arn, side.name);
    });

    expect(order).toEqual({
      'qa-top': [],
      'qa-left': ['qa-top'],
      'qa-right': ['qa-top'],
      'qa-end': ['qa-left', 'qa-right'],
    });
  });
});

describe('stacks that read each other', () => {
  it('are refused, with what reads what', () => {
    const build = () =>
      synthApp((app) => {
        const [orders, billing] = [stackIn(app, 'orders'), stackIn(app, 'billing')];
        const bills = queue(billing, 'bills');
        new SqsQueue(orders, 'jobs', { name: bills.name });
        read(billing, queue(orders, 'paid').url);
      });

    expect(build).toThrow(
      'order: expected stacks that can be deployed one after another, found a cycle: ' +
        'qa-billing reads aws_sqs_queue.paid.url of qa-orders; qa-orders reads aws_sqs_queue.bills.name of qa-billing. ' +
        'Move what is read into a stack of its own, or give it a name that both can write without reading it.',
    );
  });

  it('are refused over three stacks, and where an order is asked for by hand', () => {
    const build = () =>
      synthApp((app) => {
        const [a, b, c] = [stackIn(app, 'a'), stackIn(app, 'b'), stackIn(app, 'c')];
        b.addDependency(a);
        c.addDependency(b);
        read(a, queue(c).arn);
      });

    expect(build).toThrow(
      'a cycle: qa-a reads aws_sqs_queue.jobs.arn of qa-c; qa-c is deployed after qa-b; qa-b is deployed after qa-a.',
    );
  });

  it('are refused when one is to wait for itself', () => {
    const build = () =>
      synthApp((app) => {
        const stack = stackIn(app, 'a');
        stack.addDependency(stack);
      });

    expect(build).toThrow('a cycle: qa-a is deployed after qa-a.');
  });
});

describe('a stack', () => {
  it('fails when another one has its name, wherever it is in the app', () => {
    const build = () =>
      synthApp((app) => {
        stackIn(new Construct(app, 'group'), 'orders');
        stackIn(app, 'orders');
      });

    expect(build).toThrow(
      'stack qa-orders: expected a name that no other stack of the app has, found "qa-orders". ' +
        'Name one of the two differently: the name is in the key of its state.',
    );
  });

  it('names the place of the first one too when another one has its name', () => {
    const first = (app: App) => stackIn(app, 'orders');
    const build = () => synthApp((app) => void [first(app), stackIn(app, 'orders')]);

    const cause = { name: 'OtherPlace', stack: expect.stringMatching(/at first /) as string };
    expect(build).toThrow(expect.objectContaining({ cause: expect.objectContaining(cause) as Error }));
  });

  it('fails when it is made in another stack', () => {
    expect(() => synthApp((app) => stackIn(stackIn(app, 'orders'), 'jobs'))).toThrow(
      'qa-orders, stack qa-jobs: expected the app, or a construct in it, as its scope, found "qa-orders". ' +
        'Make it next to that stack, in main.ts.',
    );
  });

  it('fails when it reads a stack of another app', () => {
    const elsewhere = stackIn(new App({ outdir: tmpdir() }), 'source');

    expect(() => synthApp((app) => read(stackIn(app, 'reader'), queue(elsewhere).arn))).toThrow(
      'qa-reader, value of another stack: expected a stack that the same app deploys, found "qa-source". ' +
        'Compose both in one main.ts, or name what is there by its id or ARN, as UserPool.fromArn does.',
    );
  });

  it('fails when it reads a stack without a state', () => {
    const build = () => synthApp((app) => read(stackIn(app, 'reader'), queue(new TerraformStack(app, 'plain')).arn));

    expect(build).toThrow('found "plain"');
  });
});
