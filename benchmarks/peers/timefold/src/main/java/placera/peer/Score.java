package placera.peer;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The score, kept up to date doctor by doctor: the fastest way of scoring that Timefold has. */
public class Score implements IncrementalScoreCalculator<Rotations, BendableLongScore> {
    private int tiers;
    private Map<Doctor, Timetable> timetables;
    private Set<Doctor> stale;
    private Map<Integer, List<Limit>> limitsOfUnit;
    private long[] costs;
    private long broken;

    private static final class Limit {
        final Integer[] seats;
        final boolean[] counts;
        final int[] present;

        Limit(Input.Seats seats, int periods, int doctors) {
            this.seats = seats.seats();
            this.present = new int[periods];
            this.counts = new boolean[doctors];
            for (int doctor : seats.doctors()) counts[doctor] = true;
        }
    }

    @Override
    public void resetWorkingSolution(Rotations rotations) {
        Input.Problem problem = rotations.problem;
        tiers = problem.tiers().size();
        costs = new long[tiers];
        broken = 0;
        timetables = new HashMap<>();
        limitsOfUnit = new HashMap<>();
        for (Input.Seats seats : problem.seats()) {
            Limit limit = new Limit(seats, problem.periods(), problem.doctors().size());
            limitsOfUnit.computeIfAbsent(seats.unit(), unit -> new ArrayList<>()).add(limit);
        }
        stale = new HashSet<>(rotations.doctors);
        addUnplaceable(rotations);
    }

    /** Those for whom there are no variables. */
    private void addUnplaceable(Rotations rotations) {
        Set<Integer> known = new HashSet<>();
        for (Doctor doctor : rotations.doctors) known.add(doctor.number);
        List<Input.Doctor> all = rotations.problem.doctors();
        for (int i = 0; i < all.size(); i++) {
            if (known.contains(i)) continue;
            for (int k = 0; k < tiers; k++) costs[k] += all.get(i).unplaced()[k];
        }
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
        afterVariableChanged(entity, "");
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {}

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        stale.add(entity instanceof Stay stay ? stay.doctor : (Doctor) entity);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}

    @Override
    public BendableLongScore calculateScore() {
        for (Doctor doctor : stale) {
            Timetable old = timetables.get(doctor);
            if (old != null) enter(doctor, old, -1);
            Timetable fresh = new Timetable(doctor, tiers);
            timetables.put(doctor, fresh);
            enter(doctor, fresh, 1);
        }
        stale.clear();
        return Rotations.score(broken, costs);
    }

    private void enter(Doctor doctor, Timetable timetable, int sign) {
        broken += sign * timetable.broken;
        for (int k = 0; k < tiers; k++) costs[k] += sign * timetable.costs[k];
        if (!timetable.placed) return;
        for (int i = 0; i < timetable.unit.length; i++) {
            for (Limit limit : limitsOfUnit.getOrDefault(timetable.unit[i], List.of())) {
                if (!limit.counts[doctor.number]) continue;
                for (int t = timetable.from[i]; t < timetable.to[i]; t++) {
                    if (limit.seats[t] == null) continue;
                    int before = Math.max(0, limit.present[t] - limit.seats[t]);
                    limit.present[t] += sign;
                    broken += Math.max(0, limit.present[t] - limit.seats[t]) - before;
                }
            }
        }
    }
}
