/** The open linear program, kept in one native HiGHS model whose basis survives every change. */

import { Defect } from "../../defect.ts";
import type {
  Indices,
  LinearProgram,
  LinearProgramParams,
  LinearProgramResult,
  LinearProgramSolveParams,
} from "../../linear-program.ts";
import { startStopwatch } from "../../stopwatch.ts";
import { callbacksFor } from "./callbacks.ts";
import { counter, terminationOf } from "./from-highs.ts";
import { ascending, deletionOf } from "./index-sets.ts";
import {
  disposeNative,
  guardNative,
  type HighsModule,
  highsModule,
  type NativeModel,
} from "./runtime.ts";
import { solveIntegerNative } from "./solve-integer.ts";
import { timeLimitOption } from "./to-highs.ts";

const SIMPLEX_STRATEGY = { dual: 1, primal: 4 } as const;

/**
 * Rows times columns from which a solve may take so long that it asks whether to stop: smaller ones
 * are over in some milliseconds. The first callback in a module costs 20–40 ms, which is much of a
 * small problem in a process just started.
 */
const ASKS_FROM = 50_000;

/** What changed since the last solve; it decides which simplex `auto` takes. */
interface Changes {
  columns: boolean;
  solved: boolean;
}

/** Opens an empty linear program in this thread's HiGHS module. */
export async function openLinearProgram(params: LinearProgramParams = {}): Promise<LinearProgram> {
  const highs = await highsModule();
  const native = guardNative(() => highs.createModel());
  const seed = params.seed ?? 0;
  // Presolve would throw the basis away, and the basis is the whole point of keeping the model.
  guardNative(() =>
    native.options.set({
      output_flag: false,
      presolve: "off",
      solver: "simplex",
      random_seed: seed,
    }),
  );
  return linearProgramOver(highs, native);
}

function linearProgramOver(highs: HighsModule, native: NativeModel): LinearProgram {
  const changes: Changes = { columns: false, solved: false };
  let rows = 0;
  let columns = 0;

  function call<T>(work: () => T): T {
    if (native.disposed)
      throw new Defect("linear-program-disposed", "this linear program was disposed");
    return guardNative(work);
  }

  return {
    get rows() {
      return rows;
    },
    get columns() {
      return columns;
    },
    addRows({ lower, upper, entries }) {
      const first = rows;
      const matrix = {
        format: "csr" as const,
        numRows: lower.length,
        numCols: columns,
        starts: integers(entries?.starts ?? new Int32Array(lower.length + 1)),
        indices: integers(entries?.columnIndex ?? []),
        values: numbers(entries?.values ?? []),
      };
      call(() => native.addRows({ lower: numbers(lower), upper: numbers(upper), matrix }));
      rows += lower.length;
      return first;
    },
    addColumns({ cost, lower, upper, starts, rowIndex, values }) {
      const first = columns;
      const matrix = {
        format: "csc" as const,
        numRows: rows,
        numCols: cost.length,
        starts: integers(starts),
        indices: integers(rowIndex),
        values: numbers(values),
      };
      call(() =>
        native.addCols({
          cost: numbers(cost),
          lower: numbers(lower),
          upper: numbers(upper),
          matrix,
        }),
      );
      columns += cost.length;
      changes.columns ||= cost.length > 0;
      return first;
    },
    changeColumnBounds(indices, lower, upper) {
      const set = ascending(indices, [lower, upper]);
      call(() =>
        native.changeColsBounds(
          { kind: "set", indices: set.indices },
          set.values[0] ?? [],
          set.values[1] ?? [],
        ),
      );
    },
    changeRowBounds(indices, lower, upper) {
      const set = ascending(indices, [lower, upper]);
      call(() =>
        native.changeRowsBounds(
          { kind: "set", indices: set.indices },
          set.values[0] ?? [],
          set.values[1] ?? [],
        ),
      );
    },
    changeCosts(indices, costs) {
      const set = ascending(indices, [costs]);
      call(() => native.changeColsCost({ kind: "set", indices: set.indices }, set.values[0] ?? []));
      changes.columns ||= indices.length > 0;
    },
    deleteColumns(which) {
      const gone = deletionOf(which, columns);
      if (gone.length === 0) return;
      call(() => native.deleteCols({ kind: "set", indices: gone }));
      columns -= gone.length;
    },
    solve: ({ stopped, ...params } = {}) => {
      const asks = rows * columns >= ASKS_FROM && stopped !== undefined;
      const asked = asks ? { ...params, stopped } : params;
      return call(() => solveNative(highs, native, asked, changes));
    },
    solveInteger: (params = {}) => call(() => solveIntegerNative(highs, native, params, columns)),
    dispose: () => disposeNative(native),
  };
}

function solveNative(
  highs: HighsModule,
  native: NativeModel,
  params: LinearProgramSolveParams,
  changes: Changes,
): LinearProgramResult {
  const stopwatch = startStopwatch();
  const { method = "auto", timeLimitMs = Infinity, stopped } = params;
  const chosen =
    method === "auto" ? (changes.solved && changes.columns ? "primal" : "dual") : method;
  native.options.set({
    simplex_strategy: SIMPLEX_STRATEGY[chosen],
    ...timeLimitOption(timeLimitMs),
  });
  native.zeroAllClocks();
  const watch = stopped === undefined ? {} : { stopped: () => stopped() };
  const run = () => native.run(callbacksFor(highs, watch));
  const { modelStatus } = chosen === "dual" ? orPrimal(native, run) : run();
  changes.columns = false;
  changes.solved = true;
  const { colValue, rowDual, colDual } = native.getSolution();
  return {
    status: terminationOf(highs, modelStatus),
    objective: native.getObjectiveValue(),
    columnValues: colValue,
    rowDuals: rowDual,
    reducedCosts: colDual,
    iterations: counter(native, "simplex_iteration_count"),
    elapsedMs: stopwatch.elapsedMs(),
  };
}

/** Where costs are far apart the dual simplex can fail on a sound program; the primal one then goes on from there. */
function orPrimal<Run>(native: NativeModel, run: () => Run): Run {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "HighsError") throw error;
    native.options.set({ simplex_strategy: SIMPLEX_STRATEGY.primal });
    return run();
  }
}

// HiGHS' types ask for typed arrays here; ours mostly are already.
function integers(values: Indices): Int32Array {
  return values instanceof Int32Array ? values : Int32Array.from(values);
}

function numbers(values: Float64Array | readonly number[]): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values);
}
