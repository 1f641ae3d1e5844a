/** Shows progress on stderr: one live line on a terminal, else a new line now and then. */
import type { Terminal } from "../terminal.ts";

/** A line at most once a second where lines stay, and one every ten seconds if nothing changes. */
const PLAIN_MS = 1000;
const UNCHANGED_MS = 10_000;
const LIVE_MS = 80;

export interface ProgressLine {
  /** `text` is shown; `key` tells whether something has happened since the line before. */
  show(text: string, key: string): void;
  /** Writes a line that stays, above the live one. */
  note(text: string): void;
  /** Removes the live line. */
  end(): void;
}

export function createProgressLine(terminal: Terminal): ProgressLine {
  const live = terminal.errIsTerminal;
  let shownAt = Number.NEGATIVE_INFINITY;
  let shownKey = "";
  let onScreen = false;
  const clear = () => {
    if (onScreen) terminal.err("\r\u001b[2K");
    onScreen = false;
  };
  return {
    show(text, key) {
      const waited = terminal.now() - shownAt;
      if (live ? waited < LIVE_MS : waited < (key === shownKey ? UNCHANGED_MS : PLAIN_MS)) return;
      shownAt = terminal.now();
      shownKey = key;
      if (!live) return terminal.err(`${text.trim()}\n`);
      const line = [...text].slice(0, Math.max(20, terminal.errWidth() - 1)).join("");
      terminal.err(`\r\u001b[2K${line}`);
      onScreen = true;
    },
    note(text) {
      clear();
      terminal.err(`${text}\n`);
    },
    end: clear,
  };
}
