import { EmulatorRefusal } from '../emulator';
import { type DoorContext, type Handler } from './context';
import { csrfFor, isOurForm } from './csrf';
import * as account from './endpoints/account';
import { authorize } from './endpoints/authorize';
import { challenge } from './endpoints/challenge';
import { jwks, openidConfiguration } from './endpoints/discovery';
import { ANY_ORIGIN, preflight } from './endpoints/json';
import { login, showLogin } from './endpoints/login';
import { logout } from './endpoints/logout';
import { revoke } from './endpoints/revoke';
import { token } from './endpoints/token';
import { userInfo } from './endpoints/user-info';
import { PageError, RedirectError } from './errors';
import { type Reply, text } from './http';
import { errorPage } from './pages/error-page';
import { html } from './pages/html';
import { page, style, STYLE_PATH } from './pages/page';
import { redirect, redirectError } from './redirect';

type Methods = Readonly<Partial<Record<'GET' | 'POST', Handler>>>;

/** A page shows a form, and takes it back only from itself. */
const formPage = (show: Handler, submit: Handler): Methods => ({ GET: show, POST: ours(submit) });

/** Paths in lower case: Cognito takes the pages' in any case. */
const PAGES: Readonly<Record<string, Methods>> = {
  '/challenge': { POST: ours(challenge) },
  '/confirmforgotpassword': formPage(account.showConfirmForgotPassword, account.confirmForgotPassword),
  '/confirmuser': formPage(account.showConfirmUser, account.confirmUser),
  '/error': { GET: ({ pool, request }) => errorPage(pool.name, request.query) },
  '/forgotpassword': formPage(account.showForgotPassword, account.forgotPassword),
  '/login': formPage(showLogin, login),
  '/logout': { GET: logout },
  '/oauth2/authorize': { GET: authorize },
  '/oauth2/idpresponse': { GET: (context) => context.signIns.finish(context) },
  '/signup': formPage(account.showSignUp, account.signUp),
  [STYLE_PATH]: { GET: style },
};

/** For scripts of applications. */
const OPEN: Readonly<Record<string, Methods>> = {
  '/oauth2/revoke': { POST: revoke },
  '/oauth2/token': { POST: token },
  '/oauth2/userinfo': { GET: userInfo },
};

export async function handle(context: DoorContext): Promise<Reply> {
  const { pool, request } = context;
  const path = request.path.toLowerCase();
  const open = OPEN[path] ?? wellKnown(pool.id, request.path);
  const methods = open ?? PAGES[path];
  if (!methods) return { ...text(404, 'There is no such page.'), ...(open && { headers: ANY_ORIGIN }) };
  if (open && request.method === 'OPTIONS') return preflight(Object.keys(open).join(', '));
  const handler = methods[request.method === 'HEAD' ? 'GET' : (request.method as 'GET' | 'POST')];
  if (!handler) return { ...text(405, 'Method not allowed.'), headers: { Allow: Object.keys(methods).join(', ') } };
  try {
    return await handler(context);
  } catch (error) {
    return failure(error);
  }
}

function wellKnown(poolId: string, path: string): Methods | undefined {
  if (path === `/${poolId}/.well-known/jwks.json`) return { GET: jwks };
  return path === `/${poolId}/.well-known/openid-configuration` ? { GET: openidConfiguration } : undefined;
}

function ours(submit: Handler): Handler {
  return (context) => (isOurForm(context.request) ? submit(context) : outOfDate(context));
}

function outOfDate({ pool, request }: DoorContext): Reply {
  const body = html`<p class="message error" role="alert">
      This form did not come from here, or it is older than five minutes.
    </p>
    <a class="button" href="/login${request.search}">Start again</a>`;
  return page({ title: 'Please start again', of: pool.name, body }, { csrf: csrfFor(request), status: 403 });
}

function failure(error: unknown): Reply {
  if (error instanceof RedirectError) return redirectError(error);
  if (error instanceof EmulatorRefusal && error.code !== 'InternalFailure') {
    return { ...redirect(`/error?${new URLSearchParams({ error: error.message }).toString()}`), why: error.message };
  }
  if (!(error instanceof PageError)) throw error;
  const query = new URLSearchParams({ error: error.code, client_id: error.clientId });
  return { ...redirect(`/error?${query.toString()}`), why: error.code };
}
