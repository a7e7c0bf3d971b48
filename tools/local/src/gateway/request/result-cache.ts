/** API Gateway keeps results without a stated bound; ours keeps a long-running laptop gateway small. */
const MAX_KEPT = 10_000;

/** Results of an authorizer, each kept for a while. */
export class ResultCache<T> {
  private readonly kept = new Map<string, { readonly result: T; readonly until: number }>();

  /** @param seconds 0 keeps nothing */
  constructor(private readonly seconds: number) {}

  /** What is kept, or what `make` makes; a failure is not kept. */
  async get(key: string, make: () => Promise<T>): Promise<T> {
    const now = Date.now();
    const hit = this.kept.get(key);
    if (hit && now < hit.until) return hit.result;
    const result = await make();
    if (this.seconds > 0) {
      if (this.kept.size >= MAX_KEPT) this.kept.delete(this.kept.keys().next().value as string);
      this.kept.set(key, { result, until: now + this.seconds * 1000 });
    }
    return result;
  }
}
