/** Passes progress on at most five times a second; the newest wins. */

const EVERY_MS = 200;

export interface ProgressRelay<T> {
  offer(progress: T): void;
  end(): void;
}

export function relayProgress<T>(
  send: (progress: T) => Promise<unknown>,
  onError: (error: unknown) => void,
): ProgressRelay<T> {
  let waiting: T | undefined;
  let isResting = false;
  let ended = false;

  const next = () => {
    if (waiting === undefined || isResting || ended) return;
    const progress = waiting;
    waiting = undefined;
    isResting = true;
    const rest = new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    // A slow Redis makes the rest longer, never the queue.
    void Promise.all([send(progress).catch(onError), rest]).then(() => {
      isResting = false;
      next();
    });
  };

  return {
    offer(progress) {
      waiting = progress;
      next();
    },
    end() {
      ended = true;
    },
  };
}
