import { type Site } from './site';
import { type Visit } from './visit';

/** Goes through every page as a person does, and looks at each: empty, filled in, refused. */
export async function eachPage(
  visit: Visit,
  person: Site['demo'],
  look: (name: string) => Promise<void>,
): Promise<void> {
  await look('Access');
  await visit.choose('Table');
  await look('Access as a table');
  await visit.go('Sign in');
  await look('Sign in');
  await visit.choose('Sign up');
  await look('Sign up');
  await visit.choose('Sign in');
  await visit.signIn('Password', person.username, 'Wrong-horse-9!');
  await visit.sees('Incorrect username or password.');
  await look('a refused sign-in');
  await visit.signIn('Password', person.username, person.password);
  await visit.isSignedIn('demo@example.com');
  await look('Person');
  await visit.go('Tokens');
  await look('Tokens');
  await visit.call('GET /me', 'A token that expired');
  await visit.press('Try everyone');
  await visit.page.getByText(/^\d+ tried$/).waitFor();
  await look('Call');
  await visit.go('AWS credentials');
  await visit.press('Credentials of a guest');
  await visit.sees('Routes they may call');
  await look('AWS credentials');
  await visit.go('Client config');
  await look('Client config');
}
