import { type Policies, type PolicyDocument, type PolicyRequest } from '../src/index';
import { evaluate } from '../src/index';
import { type Drawn, written } from './oracle';
import { actions, contexts, here, principals, resources, type Who } from './universe';

export const asDocument = (statements: readonly Drawn[], name: string, ofResource: boolean): PolicyDocument => ({
  name,
  document: { Version: '2012-10-17', Statement: statements.map((each) => written(each, ofResource)) },
});

/** Every request of a principal of the small universe. */
export const requestsOf = (who: Who): PolicyRequest[] =>
  actions.flatMap((action) =>
    resources.flatMap((resource) =>
      contexts.map((k) => ({
        principal: principals[who],
        action,
        resource,
        resourceAccount: here,
        context: { Key: k },
      })),
    ),
  );

/** Requests that the first do not allow and the second do, each with the statements that decided. */
export const newlyAllowed = (requests: readonly PolicyRequest[], before: Policies, after: Policies) =>
  requests.flatMap((request) => {
    const now = evaluate(request, after);
    if (now.verdict !== 'allowed') return [];
    const old = evaluate(request, before);
    return old.verdict === 'allowed' ? [] : [{ request, by: [...now.by, ...old.by] }];
  });
