import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stack of tests has: `resource`, `data` and `output` of Terraform's JSON. */
export type Content = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Writes what an environment has synthesized, as `nx synth` leaves it, without synthesizing it. */
export function writeSynthesized(apps: string, environment: string, stacks: Readonly<Record<string, Content>>): void {
  const output = join(apps, environment, 'cdktf.out');
  mkdirSync(output, { recursive: true });
  const manifest = Object.keys(stacks).map((name) => {
    const workingDirectory = join('stacks', name);
    mkdirSync(join(output, workingDirectory), { recursive: true });
    writeFileSync(join(output, workingDirectory, 'cdk.tf.json'), JSON.stringify(stacks[name]));
    return [name, { name, workingDirectory, dependencies: [] }] as const;
  });
  writeFileSync(join(output, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(manifest) }));
}

/** A queue, and the function that may write to it. */
export const queueStack: Content = {
  resource: {
    aws_sqs_queue: { orders: { name: 'gatehouse-local-orders' } },
    aws_iam_role: {
      orders: {
        name: 'gatehouse-local-orders',
        assume_role_policy: JSON.stringify({
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
        }),
      },
    },
    aws_iam_role_policy: {
      orders: {
        role: '${aws_iam_role.orders.name}',
        policy: JSON.stringify({
          Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${aws_sqs_queue.orders.arn}' }],
        }),
      },
    },
  },
};
