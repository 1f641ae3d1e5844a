package placera.peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides when the doctor's block begins; none leaves her out. */
@PlanningEntity
public class Doctor {
    @PlanningId public Integer number;
    Input.Doctor facts;
    List<Stay> stays = new ArrayList<>();
    Map<Long, int[]> costsOfBlock = new HashMap<>();
    List<Integer> starts = new ArrayList<>();

    @PlanningVariable(valueRangeProviderRefs = "starts", allowsUnassigned = true)
    public Integer start;

    public Doctor() {}

    Doctor(int number, Input.Doctor facts) {
        this.number = number;
        this.facts = facts;
        for (int[] block : facts.blocks()) {
            costsOfBlock.put(block(block[0], block[1]), Arrays.copyOfRange(block, 2, block.length));
            if (!starts.contains(block[0])) starts.add(block[0]);
        }
        for (int i = 0; i < facts.stays().size(); i++) stays.add(new Stay(this, i));
    }

    @ValueRangeProvider(id = "starts")
    public List<Integer> starts() {
        return starts;
    }

    static long block(int start, int end) {
        return (long) start << 32 | end;
    }
}
