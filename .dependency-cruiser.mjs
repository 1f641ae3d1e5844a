// Which part may know which: one direction, no way back. Run by .setup/check-layers.mjs.

const part = (...names) => `^(${names.join("|")})/`;
const domain = "packages/domain";
const milp = "packages/milp";
const solver = "packages/solver";
const jobs = "packages/jobs";
const reports = "packages/reports";

/** `from` may know of our parts only those in `allowed` (and itself). */
const mayKnow = (from, ...allowed) => ({
  name: `${from.split("/")[1]}-knows-too-much`,
  comment: `${from} may import of our own parts ${allowed.join(", ") || "none"}.`,
  severity: "error",
  from: { path: part(from) },
  to: { path: "^(packages|apps|benchmarks|docs|\\.setup)/", pathNot: part(from, ...allowed) },
});

/** A library that only the files under `home` may import. */
const libraryOnlyIn = (library, home, why) => ({
  name: `${library}-only-in-its-place`,
  comment: `${library} may be imported only in ${home}: ${why}`,
  severity: "error",
  from: { path: "^(packages|apps|benchmarks)/", pathNot: home },
  to: { path: `(^|/)node_modules/(@types/)?${library}(/|$)|^(@types/)?${library}(/|$)` },
});

/**
 * Of libraries, `from` may import these and no other. Its tests may use the test libraries, and
 * `from-source.mjs` the loader with which a thread runs from source.
 */
const librariesOf = (from, ...libraries) => ({
  name: `${from.split("/")[1]}-libraries`,
  comment: `${from} may import the libraries ${libraries.join(", ") || "none"} and no other.`,
  severity: "error",
  from: { path: part(from), pathNot: "\\.test\\.ts$|/testing/|/from-source\\.mjs$" },
  to: {
    dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"],
    pathNot: [...libraries, "^node:"].map((name) => `/${name}(/|$)`).join("|"),
  },
});

const appsAreApart = {
  name: "apps-are-apart",
  comment: "An app never imports another app; what both need belongs in a package.",
  severity: "error",
  from: { path: "^apps/([^/]+)/" },
  to: { path: "^apps/", pathNot: "^apps/$1/" },
};

const frontDoorOnly = {
  name: "front-door-only",
  comment: "Another part is imported by its name (@placera/…), never by a path into it.",
  severity: "error",
  from: { path: "^((?:packages|apps)/[^/]+|benchmarks)/" },
  to: {
    path: "^(packages|apps|benchmarks)/",
    pathNot: "^$1/",
    dependencyTypes: ["local"],
  },
};

const noCycles = {
  name: "no-cycles",
  comment: "Files that import each other in a circle, types too, can only be understood together.",
  severity: "error",
  from: {},
  to: { circular: true },
};

const everythingResolves = {
  name: "everything-resolves",
  comment: "An import that leads nowhere escapes every other rule.",
  severity: "error",
  from: {},
  to: { couldNotResolve: true },
};

export default {
  forbidden: [
    mayKnow(domain),
    mayKnow(milp),
    mayKnow(solver, domain, milp),
    mayKnow(jobs, domain),
    mayKnow(reports, domain),
    mayKnow("apps/[^/]+", "packages/[^/]+", "apps/[^/]+"),
    appsAreApart,
    librariesOf(domain, "zod", "luxon"),
    librariesOf(milp, "javascript-lp-solver", "highs"),
    librariesOf(solver),
    libraryOnlyIn("luxon", "^packages/domain/src/calendar(\\.test)?\\.ts$", "one file knows time."),
    libraryOnlyIn("highs", "^packages/milp/src/engines/highs/", "an engine has one adapter."),
    libraryOnlyIn(
      "javascript-lp-solver",
      "^packages/milp/src/engines/jslp/",
      "an engine has one adapter.",
    ),
    libraryOnlyIn("bullmq", "^(packages/jobs|apps/worker)/", "others use packages/jobs."),
    frontDoorOnly,
    noCycles,
    everythingResolves,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(packages/[^/]+|apps/[^/]+|benchmarks)/(dist|out|coverage)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@placera/source", "import", "node", "default"],
    },
  },
};
