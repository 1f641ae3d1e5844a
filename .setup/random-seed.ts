// Random tests draw the same cases in every run, so that a red CI is about the change and not the luck of
// the draw. Heavy suites draw new ones: PLACERA_RANDOM_SEED=<whole number>, or "new".
import fc from "fast-check";

const wish = process.env["PLACERA_RANDOM_SEED"] ?? "1";
if (wish !== "new") {
  const seed = Number(wish);
  if (!Number.isSafeInteger(seed)) {
    throw new Error(`PLACERA_RANDOM_SEED is "${wish}"; it may be a whole number or "new".`);
  }
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
