/** The peers there are: solvers of others that may be compared with ours. */
export const PEER_NAMES = [
  "cp-sat",
  "cp-sat-1",
  "cp-sat-compact",
  "highs-native",
  "timefold",
  "glpk",
  "yalps",
  "minizinc",
] as const;
export type PeerName = (typeof PEER_NAMES)[number];
