// Begins a thread in development, where it is TypeScript: plain JavaScript, since it runs before any loader is there.
// On Node 20 a worker neither inherits its parent's loader nor gets one from `--import tsx`, which registers its
// hooks in the main thread only. Built code starts `thread.js` directly and never comes here.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
