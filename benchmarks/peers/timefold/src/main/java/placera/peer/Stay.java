package placera.peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides where one owed stay is, and which place it has in the order of the doctor's stays. */
@PlanningEntity
public class Stay {
    @PlanningId public String id;
    Doctor doctor;
    int index;
    List<Option> options = new ArrayList<>();
    List<Integer> ranks = new ArrayList<>();

    @PlanningVariable(valueRangeProviderRefs = "options")
    public Option option;

    /** Stays follow in order of rank; of equal ranks the later one owed comes last. */
    @PlanningVariable(valueRangeProviderRefs = "ranks")
    public Integer rank;

    /** A unit and section, and where a stay may end that begins in a period there. */
    public static final class Option {
        final Input.Place place;
        final Map<Integer, Integer> ends = new HashMap<>();

        Option(Input.Place place) {
            this.place = place;
        }
    }

    public Stay() {}

    Stay(Doctor doctor, int index) {
        this.doctor = doctor;
        this.index = index;
        this.id = doctor.number + "/" + index;
        int owed = doctor.facts.stays().size();
        for (int rank = 0; rank < owed; rank++) ranks.add(rank);
        for (Input.Group group : doctor.facts.stays().get(index).groups()) {
            for (Input.Place place : group.places()) {
                Option option = new Option(place);
                for (int[] time : group.times()) option.ends.putIfAbsent(time[0], time[1]);
                options.add(option);
            }
        }
    }

    @ValueRangeProvider(id = "options")
    public List<Option> options() {
        return options;
    }

    @ValueRangeProvider(id = "ranks")
    public List<Integer> ranks() {
        return ranks;
    }
}
