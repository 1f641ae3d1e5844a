package placera.peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.ArrayList;
import java.util.List;

/** All doctors with their stays. One hard level (rules and seats), a soft level for each tier. */
@PlanningSolution
public class Rotations {
    static final int MOST_TIERS = 6;

    Input.Problem problem;

    @PlanningEntityCollectionProperty public List<Doctor> doctors = new ArrayList<>();

    @PlanningEntityCollectionProperty public List<Stay> stays = new ArrayList<>();

    @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = MOST_TIERS)
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
}
