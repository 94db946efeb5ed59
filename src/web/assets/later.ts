// Waiting until somebody pauses, and asking the site for the newest answer only.

/** Calls `work` when nothing was asked for as long as `waitMs` says. */
export function later(waitMs: () => number, work: () => void): () => void {
  let timer: number | undefined;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(work, waitMs());
  };
}

/** Resolves to the answer's text; undefined when a newer question was asked meanwhile or the site did not answer. */
export function createAsker(): (url: string, init?: RequestInit) => Promise<string | undefined> {
  let running: AbortController | undefined;
  return async (url, init) => {
    running?.abort();
    const own = new AbortController();
    running = own;
    try {
      const response = await fetch(url, { ...init, signal: own.signal });
      return response.ok ? await response.text() : undefined;
    } catch {
      return undefined;
    }
  };
}
