"""OR-tools CP-SAT on the compact model's rows, as they are."""

from ortools.sat.python import cp_model

from conversation import converse


def solve(program, request, run):
    model = cp_model.CpModel()
    columns = [model.new_int_var(0, int(upper), "") for upper in program["upper"]]
    add_rows(model, program, columns)
    tiers = [sum(cost * columns[at] for at, cost in tier) for tier in program["tiers"]]
    run.size = (len(program["rowLower"]), len(columns))
    found = Incumbent(columns, tiers, run)
    for tier, value in enumerate(tiers):
        if run.best is not None and run.best[tier] == 0:
            run.tier(0, True)
            model.add(value <= 0)
            continue
        if run.left() <= 0:
            run.tier(0, False)
            continue
        model.minimize(value)
        if found.values:
            model.clear_hints()
            for column, hint in zip(columns, found.values):
                model.add_hint(column, hint)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = run.left()
        solver.parameters.num_workers = request["workers"]
        solver.parameters.random_seed = request["seed"]
        status = solver.solve(model, found)
        run.tier(solver.best_objective_bound, status == cp_model.OPTIMAL)
        if run.best is not None:
            model.add(value <= run.best[tier])
    if found.values is None:
        return None
    return [[at, value] for at, value in enumerate(found.values) if value]


def add_rows(model, program, columns):
    rows = [[] for _ in program["rowLower"]]
    starts = program["starts"]
    for column, variable in enumerate(columns):
        for at in range(starts[column], starts[column + 1]):
            rows[program["rows"][at]].append((variable, int(program["coefficients"][at])))
    for terms, lower, upper in zip(rows, program["rowLower"], program["rowUpper"]):
        if lower is None and upper is None:
            continue
        low = cp_model.INT_MIN if lower is None else int(lower)
        high = cp_model.INT_MAX if upper is None else int(upper)
        variables = [variable for variable, _ in terms]
        weights = [weight for _, weight in terms]
        expression = cp_model.LinearExpr.weighted_sum(variables, weights)
        model.add_linear_constraint(expression, low, high)


class Incumbent(cp_model.CpSolverSolutionCallback):
    def __init__(self, columns, tiers, run):
        super().__init__()
        self.columns = columns
        self.tiers = tiers
        self.run = run
        self.values = None

    def on_solution_callback(self):
        values = [round(self.value(tier)) for tier in self.tiers]
        if self.run.better(values):
            self.values = [self.value(column) for column in self.columns]


if __name__ == "__main__":
    converse(solve)
