import { type Answers } from './mapping';
import { type Answer } from './answers';

/** What callers of a service get unless they say otherwise. */
export interface ServiceAnswerOptions {
  /**
   * What callers get; `when` is for the status of the service.
   * @default - 200; 400 where the service refuses the request, and 500 where it fails, each with a message that says nothing of the service
   */
  readonly answers?: Answers;
  /**
   * Milliseconds until API Gateway answers 504, from 50. More than 29000 needs a raised quota, of a regional or private API.
   * @default 29000
   */
  readonly timeoutMilliseconds?: number;
}

/**
 * Answers of a service that hide its errors: they name its resources and roles.
 *
 * @param template of the body when it is done; absent: as the service writes it
 * @param more of what the service may answer besides
 */
export function serviceAnswers(template: string | undefined, more: Partial<Answer> = {}, missing = false): Answers {
  return [
    { status: 200, ...(template !== undefined && { templates: { 'application/json': template } }), ...more },
    { status: 400, when: missing ? '4(?!0[34])\\d{2}' : '4\\d{2}', ...message('Bad Request') },
    // A role that may not list what is there learns of nothing missing: it is refused.
    ...(missing ? [{ status: 404, when: '40[34]', ...message('Not Found') }] : []),
    { status: 500, when: '[35]\\d{2}', ...message('Internal Server Error') },
  ];
}

const message = (text: string) => ({ templates: { 'application/json': JSON.stringify({ message: text }) } });
