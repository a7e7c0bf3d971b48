import type { Route } from '../access/route';
import type { Violation } from '../findings/rule';
import { isUnknown } from '../model/value';
import { changedCalls, type Answered } from './answered';
import type { Comparison } from './comparison';
import { stageTexts, type StageText } from './stage-texts';

/** Routes that ask an AWS service for something else: another operation, queue or object. */
export const changedOperations = ({ callable }: Comparison): readonly Violation[] =>
  changedCalls(callable, (calls) => {
    const changed = urisOf(calls).flatMap((uri) => changeOf(uri) ?? []);
    const [first] = changed;
    if (first === undefined) return undefined;
    const { was, now, stage } = first;
    const isOtherService = was.service !== now.service;
    const asks =
      shown(was) === shown(now) ? `${shown(now)} with other parameters` : `${shown(now)} in place of ${shown(was)}`;
    return {
      message: `${calls.title} calls ${asks}${stage === EVERY ? '' : ` on stage ${stage}`}.`,
      ...(isOtherService ? {} : { severity: 'medium' as const }),
      remediation: 'Restore what the route asks for, or make sure that callers of the route may do this there.',
      before: shown(was),
      after: shown(now),
    };
  });

/** An operation, or a path, of a service. */
interface Operation {
  /** `dynamodb`; of a bucket in the host, with it: `photos.s3`. */
  readonly service: string;
  /** `DeleteItem`, `mybucket/public/file` */
  readonly asked: string;
}

const EVERY = '';

/** The URI on every stage, where a variable of the stage is a part of it. */
function urisOf({ was, now }: Answered): readonly StageText[] {
  const [before, after] = [uriOf(was), uriOf(now)];
  if (before === undefined || after === undefined) return [];
  if (was.api.kind === 'FUNCTION_URL' || now.api.kind === 'FUNCTION_URL') return [];
  const texts = stageTexts(before, was.api.api.stages, after, now.api.api.stages);
  return texts.length > 0 ? texts : [{ stage: EVERY, before, after }];
}

function uriOf({ integration }: Route): string | undefined {
  const uri = integration?.uri;
  return uri === undefined || isUnknown(uri) ? undefined : uri;
}

function changeOf({ stage, before, after }: StageText): { was: Operation; now: Operation; stage: string } | undefined {
  const [was, now] = [operationIn(before), operationIn(after)];
  if (was === undefined || now === undefined) return undefined;
  return was.service === now.service && was.asked === now.asked ? undefined : { was, now, stage };
}

/** None of a function: whom it calls is compared by its name. */
function operationIn(uri: string): Operation | undefined {
  const [, service = '', asked = ''] = URI.exec(uri) ?? [];
  return service === '' || service === 'lambda' ? undefined : { service, asked };
}

/** The region of the service says nothing of what it is asked for. */
const URI = /^arn:[\w-]+:apigateway:[\w-]*:([\w.-]+):(?:path|action)\/(.*)$/s;

/** Without a query, which can have secrets in it. */
const shown = ({ service, asked }: Operation): string => `${service} ${asked.replace(/[?&].*/s, '')}`.trim();
