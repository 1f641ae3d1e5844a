package placera.peer;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a request, warms up, solves until the limit, and says what it found; see peer.ts. */
public final class Main {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Input.Request request;
    private final boolean loud;
    private final long began = System.nanoTime();
    private final long cpu = cpuNanos();
    private List<Long> best;
    private List<Object> answer;

    private Main(Input.Request request, boolean loud) {
        this.request = request;
        this.loud = loud;
    }

    public static void main(String[] args) throws IOException {
        Input.Request request = JSON.readValue(new File(args[0]), Input.Request.class);
        if (request.warmUp() != null) new Main(request, false).solve(request.warmUp(), 3_000);
        say(Map.of("kind", "ready"));
        Main run = new Main(request, true);
        Rotations rotations = run.solve(request.problem(), request.timeLimitMs());
        run.finish(rotations);
        System.exit(0);
    }

    private Rotations solve(Input.Problem problem, long limitMs) {
        Rotations rotations = new Rotations(problem);
        if (rotations.doctors.isEmpty()) {
            consider(rotations, costsOfNobody(problem));
            return rotations;
        }
        rotations.scatter(request.seed());
        SolverConfig config =
                new SolverConfig()
                        .withSolutionClass(Rotations.class)
                        .withEntityClasses(Doctor.class, Stay.class)
                        .withScoreDirectorFactory(
                                new ScoreDirectorFactoryConfig()
                                        .withIncrementalScoreCalculatorClass(Score.class))
                        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                        .withRandomSeed(request.seed())
                        .withPhases(Moves.localSearch())
                        .withTerminationConfig(
                                new TerminationConfig()
                                        .withSpentLimit(Duration.ofMillis(limitMs))
                                        .withBestScoreLimit(perfect()));
        Solver<Rotations> solver = SolverFactory.<Rotations>create(config).buildSolver();
        solver.addEventListener(
                event -> {
                    Rotations found = event.getNewBestSolution();
                    if (!Rotations.isPlan(found.score)) return;
                    List<Long> costs = new ArrayList<>();
                    for (int k = 0; k < problem.tiers().size(); k++) costs.add(-found.score.softScore(k));
                    consider(found, costs);
                });
        solver.solve(rotations);
        return rotations;
    }

    /** No plan costs less than nothing: the one proof that this search has. */
    private static String perfect() {
        return "[0]hard/[" + "0/".repeat(Rotations.LEVELS - 1) + "0]soft";
    }

    private static List<Long> costsOfNobody(Input.Problem problem) {
        List<Long> costs = new ArrayList<>();
        for (int k = 0; k < problem.tiers().size(); k++) {
            long sum = 0;
            for (Input.Doctor doctor : problem.doctors()) sum += doctor.unplaced()[k];
            costs.add(sum);
        }
        return costs;
    }

    private void consider(Rotations found, List<Long> costs) {
        best = costs;
        answer = new ArrayList<>();
        for (int i = 0; i < found.problem.doctors().size(); i++) answer.add(null);
        for (Doctor doctor : found.doctors) {
            Timetable times = new Timetable(doctor, costs.size());
            if (!times.placed) continue;
            List<Object> stays = new ArrayList<>();
            for (Stay stay : doctor.stays) {
                Input.Place place = stay.option.place;
                stays.add(List.of(place.unit(), place.section(), times.from[stay.index], times.to[stay.index]));
            }
            answer.set(doctor.number, Map.of("start", doctor.start, "stays", stays));
        }
        if (loud) say(message("better", "atMs", elapsedMs(), "values", costs));
    }

    private void finish(Rotations rotations) {
        boolean perfect = best != null && best.stream().allMatch(cost -> cost == 0);
        List<Integer> bounds = new ArrayList<>();
        for (int k = 0; k < request.problem().tiers().size(); k++) bounds.add(0);
        say(
                message(
                        "solved",
                        "finished", perfect || rotations.doctors.isEmpty(),
                        "values", best,
                        "bounds", bounds,
                        "rows", 0,
                        "columns", rotations.doctors.size() + 2 * rotations.stays.size(),
                        "elapsedMs", elapsedMs(),
                        "cpuMs", (cpuNanos() - cpu) / 1e6,
                        "peakMiB", peakMiB(),
                        "answer", answer));
    }

    private double elapsedMs() {
        return (System.nanoTime() - began) / 1e6;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double peakMiB() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                    .max()
                    .orElse(0);
        } catch (IOException notLinux) {
            return Runtime.getRuntime().totalMemory() / 1048576.0;
        }
    }

    private static Map<String, Object> message(String kind, Object... pairs) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("kind", kind);
        for (int i = 0; i < pairs.length; i += 2) message.put((String) pairs[i], pairs[i + 1]);
        return message;
    }

    private static void say(Map<String, ?> message) {
        try {
            System.out.println(JSON.writeValueAsString(message));
            System.out.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
