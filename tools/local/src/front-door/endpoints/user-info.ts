import { EmulatorRefusal } from '../../emulator';
import { type Handler } from '../context';
import { type Reply } from '../http';
import { ANY_ORIGIN, json } from './json';

/**
 * `GET /oauth2/userInfo`
 * https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export const userInfo: Handler = async ({ emulator, request }) => {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) return refused(400, 'invalid_request', 'Bad OAuth2 request at UserInfo Endpoint');
  try {
    return json(200, await emulator.userInfo(token));
  } catch (error) {
    if (error instanceof EmulatorRefusal && error.code === 'invalid_token') {
      return refused(401, error.code, error.message);
    }
    throw error;
  }
};

const refused = (status: number, error: string, description: string): Reply => ({
  status,
  headers: {
    ...ANY_ORIGIN,
    'Access-Control-Expose-Headers': 'WWW-Authenticate',
    'WWW-Authenticate': `Bearer error="${error}", error_description="${description}"`,
    'Content-Type': 'application/json;charset=UTF-8',
  },
  body: JSON.stringify({ error, error_description: description }),
});
