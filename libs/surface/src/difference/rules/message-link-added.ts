import type { List, MessageTemplate, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { changed } from '../changed';

export const messageLinkAdded = differenceRule({
  id: 'message-link-added',
  severity: 'high',
  title: 'Link to another host in messages with codes',
  why: 'Users trust a message that they asked for. A link in it can lead to a copy of the sign-in page; an address that contains the code, of a picture too, gives the code to its host.',
  remediation: 'Link only to your own pages, and never put the code into an address of another host.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html',
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => {
      const had = new Set(linksOf(before.messages).map(({ host }) => host));
      const added = linksOf(after.messages).filter(({ host }) => !had.has(host));
      const leaking = added.filter(({ hasCode }) => hasCode);
      return [
        found(leaking, `Messages of ${name} send the code or temporary password to`, 'high'),
        found(leaking.length > 0 ? [] : added, `Messages of ${name} with codes link to`, 'medium'),
      ];
    }),
});

interface Link {
  readonly host: string;
  readonly hasCode: boolean;
}

function found(links: readonly Link[], message: string, severity: 'high' | 'medium'): Found {
  const hosts = [...new Set(links.map(({ host }) => host))].join(', ');
  return { when: links.length > 0, severity, message: `${message} ${hosts}.`, before: 'no such link', after: hosts };
}

const linksOf = (messages: List<MessageTemplate<Unknown>, Unknown>): readonly Link[] =>
  knownItems(messages).flatMap(({ text }) => (isUnknown(text) ? [] : linksIn(text)));

/** Addresses with a scheme, or without one as browsers take them too. */
const linksIn = (text: string): readonly Link[] =>
  [...text.matchAll(/(?:https?:)?\/\/(?:[^\s"'<>/?#@]*@)?([^\s"'<>/?#:]+)[^\s"'<>]*/gi)].map(([link, host = '']) => ({
    host: host.toLowerCase().replace(/[.,;:!?)]+$/, ''),
    hasCode: link.includes('{####}'),
  }));
