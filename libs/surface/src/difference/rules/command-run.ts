import type { Command } from '../../changes/planned-change';
import { differenceRule } from '../../findings/rule';
import { planPlace } from '../plan-place';

export const commandRun = differenceRule({
  id: 'command-run',
  severity: 'high',
  title: 'Terraform runs a program',
  why: 'A provisioner or an external data source runs any program, with the credentials that Terraform has; no plan shows what it does.',
  remediation: 'Read the command in the configuration. Use a resource of a provider in its place where there is one.',
  page: 'https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax',
  find: ({ plans }) =>
    plans.flatMap((plan) =>
      plan.commands.map((command) => ({
        at: { ...planPlace(plan), address: command.address },
        subject: command.address,
        message: WORDS[command.kind](command.address),
        of: [command.kind, command.mark],
      })),
    ),
});

const WORDS: Readonly<Record<Command['kind'], (address: string) => string>> = {
  'local-exec': (address) =>
    `The apply runs a program for ${address}, on the machine and with the credentials of the person or job that applies.`,
  'remote-exec': (address) => `The apply runs commands for ${address} on another machine.`,
  external: (address) =>
    `Each plan and apply runs the program of ${address}, with the credentials of the person or job that runs Terraform.`,
  http: (address) => `Each plan and apply sends a request to the address of ${address}, and uses what it answers.`,
};
