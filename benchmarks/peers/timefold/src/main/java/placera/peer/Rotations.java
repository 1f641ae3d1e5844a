package placera.peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * All doctors with their stays. One hard level: broken rules and seats, and doctors left out, so that
 * the search may trade one for the other. A soft level for each tier, and a last one with what is
 * broken, which tells a plan from what is not one yet.
 */
@PlanningSolution
public class Rotations {
    static final int MOST_TIERS = 12;
    static final int LEVELS = MOST_TIERS + 1;

    /** What leaving a doctor out weighs, in doctors too many for a period. */
    static final long LEFT_OUT = 12;

    Input.Problem problem;

    @PlanningEntityCollectionProperty public List<Doctor> doctors = new ArrayList<>();

    @PlanningEntityCollectionProperty public List<Stay> stays = new ArrayList<>();

    @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = LEVELS)
    public BendableLongScore score;

    public Rotations() {}

    Rotations(Input.Problem problem) {
        this.problem = problem;
        for (int i = 0; i < problem.doctors().size(); i++) {
            Doctor doctor = new Doctor(i, problem.doctors().get(i));
            boolean possible = !doctor.starts.isEmpty();
            for (Stay stay : doctor.stays) possible &= !stay.options.isEmpty();
            // Whoever has no rotation at all is left out; no variable can be made for her.
            if (!possible) continue;
            doctors.add(doctor);
            stays.addAll(doctor.stays);
        }
    }

    /** Somewhere to begin: everything at random. */
    void scatter(long seed) {
        Random random = new Random(seed);
        for (Doctor doctor : doctors) doctor.start = pick(random, doctor.starts);
        for (Stay stay : stays) {
            stay.rank = pick(random, stay.ranks);
            stay.option = pick(random, stay.options);
        }
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    static BendableLongScore score(long broken, long[] costs) {
        long[] soft = new long[LEVELS];
        for (int k = 0; k < costs.length; k++) soft[k] = -costs[k];
        soft[LEVELS - 1] = -broken;
        return BendableLongScore.of(new long[] {-broken - LEFT_OUT * costs[0]}, soft);
    }

    static boolean isPlan(BendableLongScore score) {
        return score.softScore(LEVELS - 1) == 0;
    }
}
