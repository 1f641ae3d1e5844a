package placera.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The problem as the harness writes it; see peer-problem.ts. */
final class Input {
    record Request(Problem problem, Problem warmUp, long timeLimitMs, long seed, int workers) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(int periods, List<String> tiers, List<Doctor> doctors, List<Seats> seats) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Doctor(
            int[] unplaced,
            int[] open,
            int[][] blocks,
            List<Owed> stays,
            List<Order> orders,
            boolean unbroken,
            Integer maxPlaces) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Owed(List<Group> groups) {}

    record Group(List<Place> places, int[][] times) {}

    record Place(int unit, String section, int[] costs) {}

    record Order(int[] earlier, int later, int[] costs) {}

    record Seats(int unit, @JsonProperty("doctors") int[] doctors, Integer[] seats) {}

    private Input() {}
}
