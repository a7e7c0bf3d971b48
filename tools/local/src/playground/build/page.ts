/** How far the page is. */
export type PageState =
  | { readonly state: 'building' }
  | { readonly state: 'built'; readonly folder: string }
  | { readonly state: 'failed'; readonly why: string };

/** @returns the folder of the page. @throws an error whose message says why not, in one line */
export type BuildPage = (signal: AbortSignal) => Promise<string>;

/** The page, from the moment that it is being built. */
export class Page {
  private readonly stopping = new AbortController();
  private now: PageState = { state: 'building' };
  /** Fulfilled when it is built or could not be; never rejected. */
  readonly done: Promise<void>;

  constructor(build: BuildPage, onFailure: (why: string) => void) {
    this.done = build(this.stopping.signal).then(
      (folder) => void (this.now = { state: 'built', folder }),
      (error: unknown) => {
        if (this.stopping.signal.aborted) return;
        const why = error instanceof Error ? error.message : String(error);
        this.now = { state: 'failed', why };
        onFailure(why);
      },
    );
  }

  get state(): PageState {
    return this.now;
  }

  /** Ends a build. */
  stop(): Promise<void> {
    this.stopping.abort();
    return this.done;
  }
}
