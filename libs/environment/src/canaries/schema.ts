import { z } from 'zod';
import { object, record, text } from '../schema/fields';

const version = (description: string) =>
  text(/^[0-9a-f]{64}$/, 'a version of an API: 64 hexadecimal digits', description).optional();

const stage = object('What is kept of the canary of one stage.', {
  everyone: version('The version that everyone gets.'),
  variables: record(
    { pattern: /^\w+$/, expected: 'the name of a stage variable' },
    z.string().meta({ description: 'Its value.' }),
    'Variables that the canary had when everyone got that version.',
  ).optional(),
  takenBack: version('The version that was taken back: nobody gets it.'),
});

const stages = record(
  { pattern: /^aws_api_gateway_stage\.\w+$/, expected: 'the address of a stage, such as aws_api_gateway_stage.api' },
  stage,
  'Stages by their addresses.',
);

/** The one definition of what `canaries.json` of an app may say. */
export const canariesSchema = z.strictObject({
  about: z.string().optional(),
  stacks: record({ pattern: /^\S+$/, expected: 'the name of a stack' }, stages, 'Stacks by their names.'),
});
