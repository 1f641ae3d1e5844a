/** Is this Redis fit to hold jobs? */
import type { Redis } from "ioredis";
import { Fault } from "./fault.ts";

export interface RedisFinding {
  /** `refuse`: jobs would be lost. `warn`: it works, but something is at risk. */
  readonly severity: "refuse" | "warn";
  readonly fault: Fault;
}

/**
 * Looks at version, eviction and persistence, in what `INFO` tells (managed services often forbid
 * `CONFIG`). What the server does not tell is not a finding.
 */
export async function checkRedis(redis: Redis): Promise<RedisFinding[]> {
  const info = parseInfo(await redis.info());
  const findings: RedisFinding[] = [];
  const policy = info.get("maxmemory_policy") ?? "noeviction";
  if (policy !== "noeviction") {
    findings.push({ severity: "refuse", fault: new Fault("redis-evicts", { policy }) });
  }
  if (info.get("aof_enabled") === "0") {
    findings.push({ severity: "warn", fault: new Fault("redis-keeps-nothing") });
  }
  const version = info.get("redis_version");
  if (version !== undefined && !info.has("valkey_version") && isOlder(version, [6, 2])) {
    findings.push({ severity: "warn", fault: new Fault("redis-too-old", { version }) });
  }
  return findings;
}

function parseInfo(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf(":");
    return at > 0 && !line.startsWith("#") ? [[line.slice(0, at), line.slice(at + 1)]] : [];
  });
  return new Map(pairs);
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [haveMajor = 0, haveMinor = 0] = version.split(".").map(Number);
  return haveMajor < major || (haveMajor === major && haveMinor < minor);
}
