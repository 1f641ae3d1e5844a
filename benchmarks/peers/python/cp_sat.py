"""OR-tools CP-SAT: optional intervals by doctor, stay and place; tiers in order, with hints."""

from ortools.sat.python import cp_model

from conversation import converse


def solve(problem, request, run):
    return Rotations(problem).minimise(request, run)


class Rotations:
    def __init__(self, problem):
        self.problem = problem
        self.model = cp_model.CpModel()
        self.costs = [[] for _ in problem["tiers"]]
        self.doctors = [self.add_doctor(doctor) for doctor in problem["doctors"]]
        for limit in problem["seats"]:
            self.add_seats(limit)
        for split in problem["splits"]:
            self.add_split(split)
        self.values = [sum(terms) if terms else 0 for terms in self.costs]

    # One doctor -------------------------------------------------------------------------------

    def add_doctor(self, doctor):
        model = self.model
        placed = model.new_bool_var("")
        for costs, cost in zip(self.costs, doctor["unplaced"]):
            if cost:
                costs.append(cost * (1 - placed))
        own = {"placed": placed, "start": None, "stays": []}
        if not doctor["blocks"] or any(not stay["groups"] for stay in doctor["stays"]):
            model.add(placed == 0)
            return own
        start, end, length = self.add_block(doctor, placed)
        own["start"] = start
        own["stays"] = [self.add_stay(stay, doctor, placed) for stay in doctor["stays"]]
        stays = own["stays"]
        model.add_no_overlap([stay["interval"] for stay in stays])
        for stay in stays:
            model.add(stay["from"] >= start).only_enforce_if(placed)
            model.add(stay["to"] <= end).only_enforce_if(placed)
        if stays:
            last = self.time("last")
            model.add_max_equality(last, [stay["to"] for stay in stays])
            model.add(last == end).only_enforce_if(placed)
        if doctor["unbroken"]:
            model.add(sum(stay["net"] for stay in stays) == length).only_enforce_if(placed)
        self.add_sequence(doctor, own)
        self.add_places(doctor, own)
        return own

    def time(self, name):
        return self.model.new_int_var(0, self.problem["periods"], name)

    def add_block(self, doctor, placed):
        """Start, end and open periods of the block; what it costs."""
        rows = []
        for start, end, *costs in doctor["blocks"]:
            rows.append((start, end, doctor["open"][end] - doctor["open"][start], *costs))
        columns = list(zip(*rows))
        variables = [self.model.new_int_var_from_domain(values_of(column), "") for column in columns]
        if len(rows) > 1:
            self.model.add_allowed_assignments(variables, rows)
        for tier, variable in enumerate(variables[3:]):
            if max(columns[3 + tier]) > 0:
                paid = self.model.new_int_var(0, max(columns[3 + tier]), "")
                self.model.add(paid == variable).only_enforce_if(placed)
                self.model.add(paid == 0).only_enforce_if(placed.negated())
                self.costs[tier].append(paid)
        return variables[:3]

    def add_stay(self, stay, doctor, placed):
        model, opened = self.model, doctor["open"]
        times = sorted({tuple(time) for group in stay["groups"] for time in group["times"]})
        rows = [(start, end, end - start, opened[end] - opened[start]) for start, end in times]
        starts, ends, sizes, nets = zip(*rows)
        start = model.new_int_var_from_domain(values_of(starts), "")
        if len(set(sizes)) == 1 and len(set(nets)) == 1:
            size, net, end = sizes[0], nets[0], start + sizes[0]
        else:
            size = model.new_int_var_from_domain(values_of(sizes), "")
            net = model.new_int_var_from_domain(values_of(nets), "")
            end = model.new_int_var_from_domain(values_of(ends), "")
            model.add_allowed_assignments([start, end, size, net], rows)
        places = []
        for group in stay["groups"]:
            for place in group["places"]:
                chosen = model.new_bool_var("")
                interval = model.new_optional_interval_var(start, size, end, chosen, "")
                places.append({**place, "chosen": chosen, "interval": interval})
                for costs, cost in zip(self.costs, place["costs"]):
                    if cost:
                        costs.append(cost * chosen)
                if len(group["times"]) < len(times):
                    allowed = cp_model.Domain.from_values([time[0] for time in group["times"]])
                    model.add_linear_expression_in_domain(start, allowed).only_enforce_if(chosen)
                    if len(set(starts)) < len(starts):
                        raise SystemExit("lengths that vary by place are not modelled")
        model.add(sum(place["chosen"] for place in places) == placed)
        interval = model.new_optional_interval_var(start, size, end, placed, "")
        return {
            "from": start,
            "to": end,
            "net": net,
            "size": size,
            "interval": interval,
            "places": places,
        }

    def add_sequence(self, doctor, own):
        """Who comes before whom: prices of orders, and in an unbroken block where each stay begins."""
        model, stays, placed = self.model, own["stays"], own["placed"]
        before = {}
        for a in range(len(stays)):
            for b in range(a + 1, len(stays)):
                literal = model.new_bool_var("")
                before[a, b], before[b, a] = literal, literal.negated()
                first, then = stays[a], stays[b]
                model.add(first["to"] <= then["from"]).only_enforce_if(placed, literal)
                model.add(then["to"] <= first["from"]).only_enforce_if(placed, literal.negated())
        straight = doctor["open"][-1] == len(doctor["open"]) - 1
        if doctor["unbroken"] and straight and all(isinstance(s["size"], int) for s in stays):
            for b, stay in enumerate(stays):
                earlier = [s["size"] * before[a, b] for a, s in enumerate(stays) if a != b]
                model.add(stay["from"] == own["start"] + sum(earlier)).only_enforce_if(placed)
        for order in doctor["orders"]:
            literals = [before[a, order["later"]] for a in order["earlier"]]
            if order["costs"] is None:
                model.add_bool_and(literals).only_enforce_if(placed)
                continue
            kept = model.new_bool_var("")
            # Both ways, so that a plan's value is never said to be more than it is.
            model.add_bool_and(literals).only_enforce_if(placed, kept)
            model.add_bool_or([each.negated() for each in literals]).only_enforce_if(
                placed, kept.negated()
            )
            model.add_implication(placed.negated(), kept)
            for costs, cost in zip(self.costs, order["costs"]):
                if cost:
                    costs.append(cost * (1 - kept))

    def add_places(self, doctor, own):
        """At most so many units, and one base site."""
        model = self.model
        every = [(at, place) for at, stay in enumerate(own["stays"]) for place in stay["places"]]
        if doctor["maxPlaces"] is not None:
            used = {place["unit"]: model.new_bool_var("") for _, place in every}
            for _, place in every:
                model.add_implication(place["chosen"], used[place["unit"]])
            model.add(sum(used.values()) <= doctor["maxPlaces"])
        site_of = self.problem["siteOfUnit"]
        at_base = [place for at, place in every if at in doctor["base"]]
        bases = {site_of[place["unit"]]: model.new_bool_var("") for place in at_base}
        for place in at_base:
            model.add_implication(place["chosen"], bases[site_of[place["unit"]]])
        own["bases"] = bases
        if bases:
            model.add(sum(bases.values()) <= 1)

    # Between doctors --------------------------------------------------------------------------

    def add_seats(self, limit):
        """Seats over time: the most there ever are, and fixed intervals where there are fewer."""
        model = self.model
        intervals = [
            place["interval"]
            for at in limit["doctors"]
            for stay in self.doctors[at]["stays"]
            for place in stay["places"]
            if place["unit"] == limit["unit"]
        ]
        seats = [len(intervals) if each is None else each for each in limit["seats"]]
        capacity = max(seats)
        if not intervals or min(seats) >= len(intervals):
            return
        demands = [1] * len(intervals)
        begin = 0
        for at in range(1, len(seats) + 1):
            if at < len(seats) and seats[at] == seats[begin]:
                continue
            if seats[begin] < capacity:
                intervals.append(model.new_fixed_size_interval_var(begin, at - begin, ""))
                demands.append(capacity - seats[begin])
            begin = at
        if capacity == 1:
            model.add_no_overlap(intervals)
        else:
            model.add_cumulative(intervals, demands, capacity)

    def add_split(self, split):
        based = [
            self.doctors[at]["bases"][split["site"]]
            for at in split["doctors"]
            if split["site"] in self.doctors[at].get("bases", {})
        ]
        self.model.add(sum(based) <= split["atMost"])

    # Tier by tier -----------------------------------------------------------------------------

    def minimise(self, request, run):
        proto = self.model.proto
        run.size = (len(proto.constraints), len(proto.variables))
        found = Incumbent(self, run)
        for tier, value in enumerate(self.values):
            if run.best is not None and run.best[tier] == 0:
                run.tier(0, True)
                self.model.add(value <= 0)
                continue
            if run.left() <= 0:
                run.tier(0, False)
                continue
            self.model.minimize(value)
            if found.values:
                self.model.clear_hints()
                for index, hint in enumerate(found.values):
                    self.model.add_hint(self.model.get_int_var_from_proto_index(index), hint)
            solver = cp_model.CpSolver()
            solver.parameters.max_time_in_seconds = run.left()
            solver.parameters.num_workers = request["workers"]
            solver.parameters.random_seed = request["seed"]
            status = solver.solve(self.model, found)
            run.tier(solver.best_objective_bound, status == cp_model.OPTIMAL)
            if run.best is not None:
                self.model.add(value <= run.best[tier])
        return found.answer

    def read(self, value):
        answer = []
        for doctor in self.doctors:
            if not value(doctor["placed"]):
                answer.append(None)
                continue
            stays = []
            for stay in doctor["stays"]:
                place = next(place for place in stay["places"] if value(place["chosen"]))
                when = [value(stay["from"]), value(stay["to"])]
                stays.append([place["unit"], place["section"], *when])
            answer.append({"start": value(doctor["start"]), "stays": stays})
        return answer


class Incumbent(cp_model.CpSolverSolutionCallback):
    def __init__(self, rotations, run):
        super().__init__()
        self.rotations = rotations
        self.run = run
        self.answer = None
        self.values = None

    def on_solution_callback(self):
        values = [round(self.value(each)) for each in self.rotations.values]
        if self.run.better(values):
            self.answer = self.rotations.read(self.value)
            self.values = list(self.response_proto.solution)


def values_of(values):
    return cp_model.Domain.from_values(list(values))


if __name__ == "__main__":
    converse(solve)
