import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { didYouMean } from '@gatehouse/checks';
import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { type Environment, fieldPlace, setField } from '@gatehouse/environment';
import { environmentApp } from '../environment-app';
import { SetupError } from '../errors';
import { type PlanJson } from '../plan-json';
import { nameOf, nextStep, type SecretGeneration, type Step } from '../rotate-secret/next-step';
import { appliedClients, holdersOf, type Plans, undeployed } from '../rotate-secret/secrets-in-plans';
import { type Session } from './session';

/**
 * Takes the next step of the rotation of a client's secret in the environment file, when the step before is deployed. Deploys nothing.
 *
 * @param remove whether the previous secret may go
 * @throws SetupError when a step would be skipped, the secret that would go is still in use, or there is none
 */
export async function rotateSecretCommand(session: Session, client: string, remove: boolean): Promise<ExitCode> {
  const { environment } = environmentApp(session.directory);
  checkDeclared(environment, client);
  const secret = environment.clients[client]?.secret ?? { generation: 1 };
  const step = nextStep(client, secret);
  const plans = await plansOf(session);
  checkDeployed(environment, client, secret, plans);
  if (step.name === 'remove') checkUnused(environment, client, secret, plans, remove);
  write(session, environment, client, step);
  return EXIT.ok;
}

async function plansOf({ all, bind }: Session): Promise<Plans> {
  const plans: [string, PlanJson][] = [];
  for (const stack of all) {
    const terraform = bind(stack);
    await terraform.init();
    const out = join(stack.workDirectory, 'rotate-secret.tfplan');
    try {
      const { file } = await terraform.plan({ lock: false, out });
      plans.push([stack.name, await terraform.showPlan(file)]);
    } finally {
      rmSync(out, { force: true });
    }
  }
  return Object.fromEntries(plans);
}

function checkDeclared({ clients, name }: Environment, client: string): void {
  if (client in clients) return;
  const known = Object.keys(clients);
  const fix = didYouMean(client, known) ?? `It has ${known.join(', ') || 'none'}.`;
  throw new SetupError(`environments/${name}.json has no client "${client}" below "clients". ${fix}`);
}

/** A step that is written and not deployed would be skipped by the next one. */
function checkDeployed({ name }: Environment, client: string, secret: SecretGeneration, plans: Plans): void {
  const { generation, next, previous } = secret;
  const others = [...(next ? [generation + 1] : []), ...(previous ? [generation - 1] : [])];
  const names = [generation, ...others].map((each) => nameOf(client, each));
  const applied = appliedClients(plans);
  const missing = names.filter((each) => !applied.has(each)).map((each) => `aws_cognito_user_pool_client.${each}`);
  // Also the one that a deploy would remove.
  const all = [generation - 1, generation, generation + 1]
    .filter((each) => each > 0)
    .map((each) => nameOf(client, each));
  const left = [...new Set([...missing.map((address) => `not there yet: ${address}`), ...undeployed(plans, all)])];
  if (left.length > 0) {
    throw new SetupError(
      `The rotation of "${client}" takes no step, because what environments/${name}.json says now is not deployed to ${name}:\n` +
        left.map((line) => `  ${line}\n`).join('') +
        `Deploy it ("npx gatehouse deploy ${name}"), then run this again.`,
    );
  }
  if (applied.get(names[0]!)!.secret !== '') return;
  throw new SetupError(
    `The client "${client}" of ${name} has no secret, so there is none to rotate. Name a machine client, or one with generateSecret.`,
  );
}

/** Terraform knows who holds the old one; who else has a copy, a person knows. */
function checkUnused(
  { name }: Environment,
  client: string,
  { generation }: SecretGeneration,
  plans: Plans,
  remove: boolean,
): void {
  const applied = appliedClients(plans);
  const [old, current] = [generation - 1, generation].map((each) => applied.get(nameOf(client, each)));
  const holders = holdersOf(plans, old!, current);
  if (holders.length > 0) {
    throw new SetupError(
      `The previous secret of "${client}" is still in use in ${name}:\n` +
        holders.map((line) => `  ${line}\n`).join('') +
        'Let each take the id and the secret from the client (client.clientId, client.clientSecret, or Secrets Manager), and deploy.',
    );
  }
  if (remove) return;
  throw new SetupError(
    `The next step removes the previous secret of "${client}": who has a copy of it outside of Terraform gets no more tokens.\n` +
      'When every caller has the new one, run this again with --remove.',
  );
}

function write({ directory, print }: Session, environment: Environment, client: string, step: Step): void {
  const { name } = environment;
  const path = ['clients', client, 'secret'];
  const place = fieldPlace(environment, path.join('.'))?.file;
  const own = `environments/${name}.json`;
  if (environment.clients[client]?.secret !== undefined && place !== undefined && place !== own) {
    throw new SetupError(
      `${place} says which secret of "${client}" is the current one, for every environment that extends it. Write it into ${own}.`,
    );
  }
  const folder = join(directory, '../../environments');
  setField(folder, name, path, step.secret);
  const file = relative(process.cwd(), join(folder, `${name}.json`));
  print(`Wrote ${file}: ${path.join('.')} is now ${JSON.stringify(step.secret)}.`);
  print(`Step ${step.number} of 3, ${step.name}. When it is deployed: ${step.does}`);
  print(
    step.name === 'remove'
      ? `Review and deploy it to end the rotation: npx gatehouse deploy ${name}`
      : `Review and deploy it (npx gatehouse deploy ${name}), then run npx gatehouse rotate-secret ${name} ${client} again.`,
  );
}
