/** What a thread can do of HiGHS' work before it has a problem: load it, and have it compiled. */
import { openLinearProgram } from "./linear-program.ts";
import { highsModule, highsRequests } from "./runtime.ts";

/** Rows of each kind of the program that is solved for practice. */
const ROWS = 12;

/**
 * Loads HiGHS into this thread and solves a small linear program, since its functions are compiled
 * when they are first called: about a tenth of a second that the first solve is spared. Whoever needs
 * HiGHS meanwhile goes first.
 */
export async function prepareHighs(): Promise<void> {
  const loading = highsModule();
  const asked = highsRequests();
  await loading;
  if (highsRequests() > asked) return;
  await practise();
}

/** Who goes where, as columns come: rows that ask for one, rows with two places, both simplexes. */
async function practise(): Promise<void> {
  const program = await openLinearProgram();
  try {
    const each = Array.from({ length: ROWS }, (_, row) => row);
    program.addRows({
      lower: [...each.map(() => 1), ...each.map(() => -Infinity)],
      upper: [...each.map(() => 1), ...each.map(() => 2)],
    });
    program.addColumns({
      cost: each.map(() => 100),
      lower: each.map(() => 0),
      upper: each.map(() => Infinity),
      starts: [...each, ROWS],
      rowIndex: each,
      values: each.map(() => 1),
    });
    for (const method of ["dual", "primal", "dual", "auto"] as const) {
      const columns = Array.from({ length: 3 * ROWS }, (_, j) => j + 3 * program.columns);
      program.addColumns({
        cost: columns.map((j) => (j * j) % 11),
        lower: columns.map(() => 0),
        upper: columns.map(() => Infinity),
        starts: [...columns.keys(), columns.length].map((j) => 2 * j),
        rowIndex: columns.flatMap((j) => [j % ROWS, ROWS + ((j * 7) % ROWS)]),
        values: columns.flatMap(() => [1, 1]),
      });
      program.solve({ method });
    }
    program.changeCosts(each, each);
    program.changeRowBounds([ROWS], [-Infinity], [0]);
    program.solve({ method: "dual" });
  } finally {
    program.dispose();
  }
}
