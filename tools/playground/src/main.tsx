import { render } from 'preact';
import { App } from './app';
import { finishFromPage } from './cognito/sign-in-page';
import { session } from './session/session';
import { follow, signInProblem } from './state';
import { readAddress } from './view';
import './style/index.css';

/** Shows the page, after a sign-in page sent the browser back. */
async function start(): Promise<void> {
  try {
    const found = await finishFromPage();
    if (found) {
      const { clientId, poolId, ...tokens } = found;
      session.value = { clientId, poolId, tokens, way: 'sign-in page' };
      readAddress();
    }
  } catch (error) {
    signInProblem.value = error;
  }
  const page = document.getElementById('page');
  if (page) render(<App />, page);
  void follow();
}

void start();
