/** What the former directory knows of a person, by the names of Cognito's attributes. */
export type Person = Record<string, string>;

/** @returns undefined for a wrong password and for someone unknown */
export async function signIn(userName: string, _password: string): Promise<Person | undefined> {
  throw new Error(`Write how the former directory checks the password of ${userName}`);
}

/** @returns undefined for someone unknown */
export async function find(userName: string): Promise<Person | undefined> {
  throw new Error(`Write how the former directory is asked for ${userName}`);
}
