import { type Gain } from './model';
import { ANY_SERVICE, type Who } from './principals';

/** Who gains, in words: `anyone`, `account 111122223333`, `s3.amazonaws.com for any of its customers`. */
export const inWords = ({ broad, who }: Pick<Gain, 'broad' | 'who'>): string[] =>
  who.map((each) => words(each, broad.unbound));

function words(who: Who, unbound: boolean): string {
  switch (who.type) {
    case 'holder':
      return who.name;
    case 'anyone':
      return 'anyone';
    case 'anyAccount':
      return 'any AWS account';
    case 'account':
      return `account ${who.account}`;
    case 'identity':
      return who.arn;
    case 'service':
      return unbound ? `${serviceOf(who)} for any of its customers` : serviceOf(who);
    case 'federated':
      return unbound ? `who has a token of ${who.provider}, of any client` : `who has a token of ${who.provider}`;
    case 'canonicalUser':
      return `canonical user ${who.id}`;
    case 'unknown':
      return 'a principal that is not known';
  }
}

const serviceOf = ({ service }: { readonly service: string }): string =>
  service === ANY_SERVICE ? 'every AWS service' : service;
