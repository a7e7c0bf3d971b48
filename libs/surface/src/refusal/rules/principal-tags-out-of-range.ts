import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MOST = { tags: 50, name: 128, claim: 256, together: 460 };

export const principalTagsOutOfRange = refusalRule({
  id: 'principal-tags-out-of-range',
  severity: 'high',
  title: 'Too many or too long principal tags',
  why: `A session has at most ${MOST.tags} principal tags, whose names and values have ${MOST.together} characters together. A name has at most ${MOST.name}, a claim ${MOST.claim}, and no two names differ in letter case alone. The values come with each sign-in and count too.`,
  remediation: 'Map fewer claims, or give the tags shorter names.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/using-attributes-for-access-control.html',
  find: ({ identityPools }) =>
    violations(
      'principal tags of',
      identityPools.flatMap(({ name, principalTags }) => principalTags.map((each) => ({ ...each, name }))),
      ({ tags }) => {
        if (isUnknown(tags)) return undefined;
        const names = Object.keys(tags);
        const together = names.join('').length;
        const twin = names.find((tag, index) => names.findIndex((other) => isSameTag(other, tag)) < index);
        return [
          {
            when: twin !== undefined,
            message: `Cognito refuses credentials with the tag ${twin}, which another one has in other letter case.`,
          },
          {
            when: names.length > MOST.tags,
            message: `Cognito refuses ${names.length} principal tags; an identity provider has at most ${MOST.tags}.`,
            after: String(names.length),
          },
          ...Object.entries(tags).flatMap(([tag, claim]) => [
            tooLong('tag', tag, MOST.name),
            tooLong('claim', claim, MOST.claim),
          ]),
          {
            when:
              names.length <= MOST.tags && names.every((tag) => tag.length <= MOST.name) && together > MOST.together,
            message: `Cognito refuses credentials with tags whose names alone have ${together} characters; with their values they have at most ${MOST.together}.`,
            after: String(together),
          },
        ];
      },
    ),
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
const isSameTag = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const tooLong = (what: string, text: unknown, most: number) => ({
  when: typeof text === 'string' && text.length > most,
  message: `Cognito refuses a ${what} of ${String(text).length} characters; it has at most ${most}.`,
});
