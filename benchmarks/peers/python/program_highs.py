"""HiGHS as a native library on the compact model: tiers in order, each held for the next."""

import highspy
import numpy

from conversation import converse

INFINITY = highspy.kHighsInf


def solve(program, request, run):
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", request["workers"])
    highs.setOptionValue("random_seed", request["seed"])
    highs.setOptionValue("mip_rel_gap", 0.0)
    # Costs are whole numbers: anything nearer than that is the same.
    highs.setOptionValue("mip_abs_gap", 0.999)
    count = len(program["upper"])
    highs.passModel(model_of(program))
    run.size = (len(program["rowLower"]), count)
    found = Incumbent(program, run)
    highs.cbMipImprovingSolution += found.improved
    for tier, costs in enumerate(program["tiers"]):
        indices = numpy.array([at for at, _ in costs], dtype=numpy.int32)
        weights = numpy.array([cost for _, cost in costs], dtype=float)
        if run.best is not None and run.best[tier] == 0:
            run.tier(0, True)
        elif run.left() <= 0:
            run.tier(0, False)
            continue
        else:
            objective = numpy.zeros(count)
            objective[indices] = weights
            highs.changeColsCost(count, numpy.arange(count, dtype=numpy.int32), objective)
            if found.values is not None:
                start = highspy.HighsSolution()
                start.col_value = found.values.tolist()
                highs.setSolution(start)
            # Its clock goes on from one run to the next.
            highs.setOptionValue("time_limit", highs.getRunTime() + run.left())
            highs.run()
            if len(highs.getSolution().col_value) == count and highs.getInfo().primal_solution_status == 2:
                found.consider(numpy.array(highs.getSolution().col_value))
            optimal = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
            run.tier(highs.getInfo().mip_dual_bound, optimal)
        if run.best is not None:
            highs.addRow(-INFINITY, run.best[tier], len(indices), indices, weights)
    return found.answer()


def model_of(program):
    lp = highspy.HighsLp()
    lp.num_col_ = len(program["upper"])
    lp.num_row_ = len(program["rowLower"])
    lp.col_cost_ = numpy.zeros(lp.num_col_)
    lp.col_lower_ = numpy.zeros(lp.num_col_)
    lp.col_upper_ = numpy.array(program["upper"], dtype=float)
    lp.row_lower_ = numpy.array([-INFINITY if x is None else x for x in program["rowLower"]])
    lp.row_upper_ = numpy.array([INFINITY if x is None else x for x in program["rowUpper"]])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = numpy.array(program["starts"], dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array(program["rows"], dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array(program["coefficients"], dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    return lp


class Incumbent:
    def __init__(self, program, run):
        self.tiers = program["tiers"]
        self.run = run
        self.values = None

    def improved(self, event):
        self.consider(numpy.array(event.data_out.mip_solution))

    def consider(self, columns):
        whole = numpy.rint(columns)
        values = [sum(int(whole[at]) * int(cost) for at, cost in tier) for tier in self.tiers]
        if self.run.better(values):
            self.values = whole

    def answer(self):
        if self.values is None:
            return None
        return [[int(at), int(self.values[at])] for at in numpy.flatnonzero(self.values)]


if __name__ == "__main__":
    converse(solve)
