/** AWS's own names. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html */
export const reservedDomainWords: readonly string[] = ['aws', 'amazon', 'cognito'];

/**
 * The word in a domain prefix for which Cognito refuses it ("Domain cannot contain reserved word: aws"): also inside another
 * word, as in `lawsuit`.
 */
export const reservedWordIn = (prefix: string): string | undefined =>
  reservedDomainWords.find((word) => prefix.includes(word));
