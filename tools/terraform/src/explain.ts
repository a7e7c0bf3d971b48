import { relative } from 'node:path';
import { credentialsProblem, stateProblem } from './access-problem';
import { diagnosticFromText, formatDiagnostics, type Diagnostic } from './diagnostics';
import { StateLockedError, TerraformError } from './errors';
import { type Product } from './find-terraform';
import { type RunResult } from './run';
import { importCommandLine } from './import-command-line';
import { constructPath, type StackConfig } from './stack-config';
import { isReleased, parseStateLock, type StateLock } from './state-lock';
import { type Stack } from './stacks';

/** Makes the error for a failed command: which stack, what Terraform said about it, and the remediation if there is a known one. */
export function explain(failure: {
  product: Product;
  command: string;
  stack: Stack;
  config: StackConfig;
  diagnostics: readonly Diagnostic[];
  result: RunResult;
}): TerraformError {
  const { command, stack, config } = failure;
  const errors = failure.diagnostics.filter((each) => each.severity === 'error');
  const diagnostics = errors.length > 0 ? errors : [diagnosticFromText(failure.result.stderr)];
  const lock = diagnostics.map((each) => parseStateLock(each.detail)).find(Boolean);
  if (lock && command !== 'force-unlock')
    return new StateLockedError(lockedMessage(stack, lock), command, diagnostics, lock);
  if (diagnostics.some(({ detail }) => isReleased(detail))) {
    const message = `The state of ${stack.name} was locked by a run that has ended since. Nothing was changed: run this again.`;
    return new TerraformError(message, command, diagnostics);
  }
  const problem = firstProblem(diagnostics, stack, config);
  if (problem !== undefined) {
    const [said = ''] = (diagnostics[0]?.summary ?? '').split('\n');
    return new TerraformError(
      `${problem}\n  ${failure.product} ${command} of ${stack.name}: ${said}`,
      command,
      diagnostics,
    );
  }
  const heading = `${failure.product} ${command} failed for ${stack.name} (${relative(process.cwd(), stack.directory)})`;
  const text = formatDiagnostics(diagnostics, (address) => constructPath(config, address));
  const message = [`${heading}:`, text, remediationOf(stack, diagnostics)].filter(Boolean).join('\n\n');
  return new TerraformError(message, command, diagnostics);
}

function firstProblem(diagnostics: readonly Diagnostic[], stack: Stack, config: StackConfig): string | undefined {
  for (const { address, summary, detail } of diagnostics) {
    const find = address === undefined || address.startsWith(REMOTE_STATE) ? stateProblem : credentialsProblem;
    const problem = find(`${summary}\n${detail}`, stack, config);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const REMOTE_STATE = 'data.terraform_remote_state.';

const lockedMessage = ({ name, app }: Stack, { path, who, created, operation, id }: StateLock): string =>
  `The state of ${name} (${path}) is locked by ${who} since ${created}, ` +
  `who runs ${operation.replace('OperationType', '').toLowerCase()}.\n` +
  `Wait until that run ends. Only if it is dead, release the lock: ` +
  `npx nx unlock ${app} --stack=${name} --lock=${id}`;

function remediationOf(stack: Stack, diagnostics: readonly Diagnostic[]): string | undefined {
  const about = ({ summary, detail = /(?:)/ }: KnownRemediation) =>
    diagnostics.filter((each) => summary.test(each.summary) && detail.test(each.detail));
  const known = REMEDIATIONS.find((each) => about(each).length > 0);
  return known?.remediation(stack, about(known));
}

interface KnownRemediation {
  readonly summary: RegExp;
  /** @default - any */
  readonly detail?: RegExp;
  readonly remediation: (stack: Stack, diagnostics: readonly Diagnostic[]) => string;
}

const REMEDIATIONS: readonly KnownRemediation[] = [
  {
    summary: /AlreadyExists|already exists/,
    remediation: (stack, diagnostics) =>
      [
        'It exists, but this state does not know it. If it belongs to this environment, take it over:',
        ...diagnostics.flatMap(({ address, summary }) => {
          // "creating CloudWatch Logs Log Group (/the/name): ..."
          const [, name] = /^creating [^(]*\(([^)]+)\)/.exec(summary) ?? [];
          return address ? [importCommandLine(stack, address, name)] : [];
        }),
        'Otherwise someone else uses that name: choose another one.',
      ].join('\n'),
  },
  {
    // https://github.com/hashicorp/terraform-provider-aws/issues/43531
    summary: /inconsistent result after apply/,
    detail: /refresh_token_rotation/,
    remediation: () =>
      'AWS has ended the rotation of refresh tokens, but this version of the provider cannot note that it is gone.\n' +
      "Write refreshTokenRotation: 'off' for the client in place of leaving it out, and deploy again (docs/cognito/clients.md).",
  },
  {
    // Of another serial; of another lineage.
    summary: /Saved plan (?:is stale|does not match the given state)/,
    remediation: ({ name }) =>
      `The state of ${name} changed after the plan was made: another run applied in the meantime, or restored a state. ` +
      'Nothing of this plan was applied. Plan again and review what is left to do.',
  },
  {
    // Of another package; of another version.
    summary: /Inconsistent dependency lock file|there is no package for .* cached in/,
    detail: /^$|plan file was created with a different set/,
    remediation: ({ name }) =>
      `The lock file of ${name} names another version or package of a provider than was installed for the plan. ` +
      'Nothing of this plan was applied. Plan again and review what that plan does.',
  },
  {
    summary: /Backend configuration changed/,
    remediation: (stack) =>
      `The state of ${stack.name} has a new place. Copy the state object to the new bucket and key first if it exists,\n` +
      `then delete ${relative(process.cwd(), stack.workDirectory)} and run this again.`,
  },
];
