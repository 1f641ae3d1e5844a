/** For tests: a Redis of one's own, and a problem to submit. */

export type { OwnRedis } from "./redis-server.ts";
export { freePort, redisServerName, startOwnRedis } from "./redis-server.ts";
export { tinyProblem } from "./tiny-problem.ts";
