package placera.peer;

import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.CartesianProductMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.value.ValueSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import java.util.List;

/**
 * How the search steps, late acceptance as Timefold has it by default. Of what was tried on tight
 * problems (its default moves, ruin and recreate, annealing) these moves got furthest.
 */
final class Moves {
    static LocalSearchPhaseConfig localSearch() {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(
                        new UnionMoveSelectorConfig(
                                List.of(
                                        weighted(change(of(Doctor.class), "start"), 0.5),
                                        weighted(change(of(Stay.class), "rank"), 3),
                                        weighted(change(of(Stay.class), "option"), 3),
                                        weighted(swap(), 1),
                                        weighted(changeBoth(), 2))));
    }

    private static EntitySelectorConfig of(Class<?> entity) {
        return new EntitySelectorConfig(entity);
    }

    private static ChangeMoveSelectorConfig change(EntitySelectorConfig entity, String variable) {
        return new ChangeMoveSelectorConfig()
                .withEntitySelectorConfig(entity)
                .withValueSelectorConfig(new ValueSelectorConfig(variable));
    }

    private static MoveSelectorConfig<?> swap() {
        return new SwapMoveSelectorConfig().withEntitySelectorConfig(of(Stay.class));
    }

    /** Another rank and another place for one stay, at once. */
    private static MoveSelectorConfig<?> changeBoth() {
        EntitySelectorConfig same = EntitySelectorConfig.newMimicSelectorConfig("stay");
        return new CartesianProductMoveSelectorConfig(
                List.of(
                        change(of(Stay.class).withId("stay"), "rank"),
                        change(same, "option")));
    }

    private static MoveSelectorConfig<?> weighted(MoveSelectorConfig<?> moves, double weight) {
        moves.setFixedProbabilityWeight(weight);
        return moves;
    }

    private Moves() {}
}
