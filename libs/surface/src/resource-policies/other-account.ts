import type { Comparison } from '../difference/comparison';
import type { Located } from '../model';
import { placeOf } from '../model/located';
import type { Catalog } from '../terraform/catalog';
import { ownAccounts } from '../terraform/own-accounts';
import type { Resource } from '../terraform/resource';
import { isOfAws } from './aws-accounts';

/** An account that is neither the plan's own nor trusted. */
export interface OtherAccount {
  readonly account: string;
  /** False: nothing in the plan says which account is its own. */
  readonly certain: boolean;
}

/** Tells of accounts in the values of a resource whether they are others. */
export class OtherAccounts {
  private readonly byType = new Map<string, ReadonlyMap<string, Resource>>();
  private readonly catalog: Catalog;

  constructor(private readonly comparison: Pick<Comparison, 'resources' | 'trusted'>) {
    this.catalog = comparison.resources.after;
  }

  /** Those of the accounts that are others for the resource. */
  among(accounts: readonly string[], at: Located & { readonly type: string }): readonly OtherAccount[] {
    const resource = this.resourceAt(at);
    const own = resource && ownAccounts(this.catalog).of(resource);
    return [...new Set(accounts)]
      .filter((account) => account !== own && !isOfAws(account) && !this.comparison.trusted.accounts.includes(account))
      .map((account) => ({ account, certain: own !== undefined }));
  }

  private resourceAt(at: Located & { readonly type: string }): Resource | undefined {
    const { type } = at;
    const known = this.byType.get(type) ?? new Map(this.catalog.managed(type).map((each) => [placeOf(each), each]));
    this.byType.set(type, known);
    return known.get(placeOf(at));
  }
}

/** The accounts of all ARNs, and of queue URLs, in a value: of text in it too, as definitions have them. */
export function accountsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [...value.matchAll(ACCOUNTS)].map(([, one, other]) => one ?? other ?? '');
  if (Array.isArray(value)) return value.flatMap(accountsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(accountsOf) : [];
}

const ACCOUNTS =
  /arn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):|https:\/\/(?:sqs\.[\w-]+|[\w-]+\.queue)\.amazonaws\.com[.\w]*\/(\d{12})\//g;
