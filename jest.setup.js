// The only limit of time: it ends a test that hangs, on the slowest machine. Tests wait for events.
jest.setTimeout(30 * 60_000);
