// Starts a thread from TypeScript sources. A thread does not inherit tsx from its process: it has
// to register it itself, before the first .ts file. Built code never comes here.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.entry);
