import { afterAll, describe, expect, it } from "vitest";
import { Defect } from "../../defect.ts";
import { EngineFault, UnsupportedModelError } from "../../engine.ts";
import {
  assignment,
  describeEngine,
  expectHonest,
  marketSplit,
  twoProducts,
} from "../../testing/index.ts";
import { type IsolatedEngine, isolatedEngine } from "./engine.ts";
import { fromPosted, toPosted } from "./messages.ts";

const opened: IsolatedEngine[] = [];
function open(...[params]: Parameters<typeof isolatedEngine>): IsolatedEngine {
  const engine = isolatedEngine(params);
  opened.push(engine);
  return engine;
}
afterAll(async () => {
  await Promise.all(opened.map((engine) => engine.close()));
});

describeEngine("isolated highs", () => open({ engine: "highs" }), {
  skip: [
    {
      reason: "sixty posts to a thread prove nothing more",
      tests: ["agrees with brute force on random models"],
    },
  ],
});

describe("isolatedEngine", () => {
  it("kills javascript-lp-solver when it is aborted, which nothing else can", async () => {
    const engine = open({ engine: "jslp", graceMs: 50 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const since = performance.now();
    const result = await engine.solve(
      marketSplit(3, 24),
      { seed: 0 },
      { signal: controller.signal },
    );
    expect(result.status).toBe("interrupted");
    expect(performance.now() - since).toBeLessThan(5_000);
  });

  it("kills an engine at the deadline and answers with the start it was given", async () => {
    const engine = open({ engine: "highs", graceMs: 0 });
    const model = twoProducts();
    const start = Float64Array.of(2, 2);
    const result = await engine.solve(model, { seed: 0, timeLimitMs: 0, start });
    expect(["time-limit", "optimal"]).toContain(result.status);
    expect(result.objective).toBeLessThanOrEqual(10);
    expectHonest(model, result);
  });

  it("works again after its thread was killed", async () => {
    const engine = open({ engine: "jslp", graceMs: 20 });
    await engine.solve(marketSplit(3, 24), { seed: 0 }, { stopped: () => true });
    expect((await engine.solve(twoProducts(), { seed: 0 })).objective).toBe(9);
  });

  it("solves two models at once", async () => {
    const engine = open({ engine: "highs" });
    const [a, b] = await Promise.all([
      engine.solve(twoProducts(), { seed: 0 }),
      engine.solve(twoProducts(5), { seed: 0 }),
    ]);
    expect([a.objective, b.objective]).toEqual([9, 14]);
  });

  it("throws what the engine threw, with its class", async () => {
    const engine = open({ engine: "jslp" });
    await expect(engine.solve(assignment(30, 10, 6), { seed: 0 })).rejects.toBeInstanceOf(
      UnsupportedModelError,
    );
  });
});

describe("posted errors", () => {
  it.each([
    new UnsupportedModelError("jslp", "it is large"),
    new EngineFault("engine-out-of-memory", "it is large", "make it smaller"),
    new Defect("engine-lied", "it said so", { a: 1 }),
  ])("come back as they were: %s", (error) => {
    const back = fromPosted(structuredClone(toPosted(error)));
    expect(back).toBeInstanceOf(error.constructor);
    expect(back.message).toBe(error.message);
  });
});
