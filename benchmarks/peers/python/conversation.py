"""What every peer in Python says to the harness: one line of JSON at a time, on standard output."""

import json
import math
import resource
import sys
import time


def peak_mib():
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Run:
    """One timed solve: its clock, its better plans, its tiers."""

    def __init__(self, limit_ms, loud=True):
        self.loud = loud
        self.limit = limit_ms / 1000
        self.began = time.perf_counter()
        self.cpu = time.process_time()
        self.best = None
        self.bounds = []
        self.settled = True
        self.size = (0, 0)

    def elapsed(self):
        return time.perf_counter() - self.began

    def left(self):
        return max(0.0, self.limit - self.elapsed())

    def better(self, values):
        """A plan with these values by tier, if it is the best so far."""
        if self.best is not None and values >= self.best:
            return False
        self.best = values
        self.say(kind="better", atMs=self.elapsed() * 1000, values=values)
        return True

    def tier(self, bound, optimal):
        """The bound of the next tier; one after an unproven tier is worth nothing."""
        known = self.settled and math.isfinite(bound)
        self.bounds.append(bound if known else 0)
        self.settled = self.settled and optimal

    def solved(self, answer):
        rows, columns = self.size
        self.say(
            kind="solved",
            finished=self.settled,
            values=self.best,
            bounds=self.bounds,
            rows=rows,
            columns=columns,
            elapsedMs=self.elapsed() * 1000,
            cpuMs=(time.process_time() - self.cpu) * 1000,
            peakMiB=peak_mib(),
            answer=answer,
        )

    def say(self, **message):
        if self.loud:
            print(json.dumps(message), flush=True)


def converse(solve):
    """`solve(problem, request, run)` answers with what it chose; it is warmed up first."""
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    if request["warmUp"] is not None:
        solve(request["warmUp"], request, Run(10_000, loud=False))
    print(json.dumps({"kind": "ready"}), flush=True)
    run = Run(request["timeLimitMs"])
    run.solved(solve(request["problem"], request, run))
