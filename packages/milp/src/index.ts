/**
 * @placera/milp: models, engines and linear programs. It knows variables and rows, and nothing of doctors.
 */

// Making models: plain data that can be posted to a thread.

export type { Model, ModelSize, SparseColumns, SparseRows } from "./model.ts";
export { modelSize, objectiveAt, rowActivities, rowsOf } from "./model.ts";
export type { ModelBuilder, RowInput, Term, VariableInput } from "./model-builder.ts";
export { createModelBuilder } from "./model-builder.ts";

// Checking numbers against a model, the net under every engine.

export type { ValueFinding } from "./check-values.ts";
export { checkValues, normaliseValues } from "./check-values.ts";
export { sameObjective, withoutNoise } from "./tolerance.ts";

// Writing models as text for people and for other solvers.

export type { SafeNames } from "./names.ts";
export { createSafeNames, toSafe } from "./names.ts";
export { writeLp } from "./write-lp.ts";
export { writeMps } from "./write-mps.ts";

// What an engine is asked, what it answers, and why it stopped.

export type {
  Engine,
  EngineFaultCode,
  EngineName,
  EngineParams,
  EngineResult,
  EngineStats,
  EngineWatch,
  Incumbent,
} from "./engine.ts";
export { ENGINE_NAMES, EngineFault, UnsupportedModelError } from "./engine.ts";
export type { TerminationStatus } from "./termination.ts";
export { isConclusive, TERMINATION_MEANING, TERMINATION_STATUSES } from "./termination.ts";

// The engines, how one is chosen, and the net that turns a lying one into a defect.

export { checkedEngine } from "./checked-engine.ts";
export type { EngineChoice } from "./choose-engine.ts";
export { AUTO_JSLP_LIMIT, autoEngineName, chooseEngine, createEngine } from "./choose-engine.ts";
export { engineVersion } from "./engine-version.ts";
export { createEnumerateEngine, ENUMERATE_LIMIT } from "./engines/enumerate/engine.ts";
export { firstOf } from "./engines/first-of.ts";
export { createHighsEngine } from "./engines/highs/engine.ts";
export { prepareHighs } from "./engines/highs/prepare.ts";
export { highsMemoryBytes } from "./engines/highs/runtime.ts";
export type { IsolatedEngine, IsolatedParams } from "./engines/isolated/engine.ts";
export { isolatedEngine } from "./engines/isolated/engine.ts";
export { createJslpEngine } from "./engines/jslp/engine.ts";
export { JSLP_SIZE_LIMIT } from "./engines/jslp/size-limit.ts";

// A linear program that stays open, for column generation.

export { openLinearProgram } from "./engines/highs/linear-program.ts";
export type {
  ColumnBatch,
  Indices,
  IntegerSolveParams,
  IntegerSolveResult,
  LinearProgram,
  LinearProgramParams,
  LinearProgramResult,
  LinearProgramSolveParams,
  RowBatch,
  SimplexMethod,
} from "./linear-program.ts";

// Our own bugs.

export type { DefectCode } from "./defect.ts";
export { Defect } from "./defect.ts";
