import { type HttpApiIntegration, type Integration } from '../integration';
import { type AnswersChanged } from '../http-mapping';
import { type Answers } from '../rest/mapping';

/** Options of a service that both kinds of API call, for both of them. */
export type ForBoth<Options> = Omit<Options, 'answers'>;

/** The same for a REST API, which makes the answers of what the service says. */
export type ForRest<Options> = ForBoth<Options> & { readonly answers: Answers };

/** The same for either. */
export type ForEither<Options> = ForBoth<Options> & { readonly answers?: AnswersChanged | Answers };

/**
 * An integration of both kinds of API; answers, whose words are those of one kind, make it one of that kind alone.
 *
 * @param http makes that of an HTTP API
 * @param rest makes that of a REST API
 */
export function ofBoth(
  answers: AnswersChanged | Answers | undefined,
  http: (answers?: AnswersChanged) => HttpApiIntegration,
  rest: (answers?: Answers) => Integration,
): Integration & HttpApiIntegration {
  const isRest = Array.isArray(answers);
  return {
    ...((answers === undefined || !isRest) && http(answers as AnswersChanged | undefined)),
    ...((answers === undefined || isRest) && rest(answers as Answers | undefined)),
  } as Integration & HttpApiIntegration;
}
