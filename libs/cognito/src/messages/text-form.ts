import { check, isLate } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** Least and most characters. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_NotifyEmailType.html */
export const emailLengths = { subject: [1, 140], body: [6, 20_000] } as const;

/** @throws ConstructError when a text is known, and too long or too short. */
export function checkLength(
  construct: IConstruct,
  prop: string,
  text: string,
  [min, max]: readonly [number, number],
): void {
  check(construct, isLate(text) || (text.length >= min && text.length <= max), {
    prop,
    expected: `${min} to ${max} characters`,
    found: text.length > max ? `${text.length} characters` : text,
    fix: 'Change its length: Cognito refuses the pool otherwise',
  });
}

/** @throws ConstructError when an e-mail is known, and has a character that Cognito takes in none. */
export function checkCharacters(construct: IConstruct, prop: string, text: string): void {
  if (isLate(text)) return;
  const characters = [...text];
  const index = characters.findIndex((each) => !/[\p{L}\p{M}\p{S}\p{N}\p{P}\s]/u.test(each));
  check(construct, index < 0, {
    prop,
    expected: 'letters, digits, symbols, punctuation marks and spaces alone',
    found: `${codePoint(characters[index] ?? '')}, character ${index + 1}`,
    fix: 'Remove it: Cognito takes no invisible joiners and control characters in an e-mail; HTML can name it, as in &#x200D;',
  });
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
