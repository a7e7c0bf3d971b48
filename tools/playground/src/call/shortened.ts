/** For the eye: tokens and signatures without their middle, and no secret key. What is copied is whole. */
export const shortened = (text: string): string =>
  text
    .replace(/[\w-]{24,}(?:\.[\w-]{24,})+/g, (token) => `${token.slice(0, 12)}…${token.slice(-8)}`)
    .replace(
      /(X-Amz-Security-Token: )(\S{24,}?)(?='|$)/gm,
      (_, name: string, token: string) => `${name}${token.slice(0, 8)}…${token.slice(-8)}`,
    )
    .replace(/(--user '?ASIA\w*:)[^'\s]+/g, '$1…');
