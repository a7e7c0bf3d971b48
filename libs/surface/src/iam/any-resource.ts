import { isEveryOfKind } from '@gatehouse/policy';

/** `*`, everything of one service (`arn:aws:s3:::*`) and everything of one kind (`arn:aws:lambda:*:*:function:*`). */
export const isAnyResource = (resource: string): boolean => ANY_RESOURCE.test(resource) || isEveryOfKind(resource);

/** Only kinds by name: `photos/*` is one bucket, and `abc123/*` one API. */
const ANY_RESOURCE =
  /^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:((function|identitypool|key|parameter|role|secret|stateMachine|table|user|userpool)[:/])?\*([:/]\*)*)$/;
