package placera.peer;

import java.util.Arrays;

/** When the stays of one doctor are, from her start and the order of her stays; what they cost. */
final class Timetable {
    final int[] from;
    final int[] to;
    final int[] unit;
    final int[] order;
    final long[] costs;
    /** How badly the rules of her own are broken. */
    long broken;
    /** She has a start and all her stays have places; otherwise she takes no seat. */
    boolean placed;

    Timetable(Doctor doctor, int tiers) {
        int owed = doctor.stays.size();
        from = new int[owed];
        to = new int[owed];
        unit = new int[owed];
        order = new int[owed];
        costs = new long[tiers];
        read(doctor);
    }

    private void read(Doctor doctor) {
        placed = doctor.start != null;
        for (Stay stay : doctor.stays) placed &= stay.option != null && stay.rank != null;
        if (!placed) {
            for (int k = 0; k < costs.length; k++) costs[k] = doctor.facts.unplaced()[k];
            return;
        }
        sort(doctor);
        int[] open = doctor.facts.open();
        int at = doctor.start;
        for (int position = 0; position < order.length; position++) {
            Stay stay = doctor.stays.get(order[position]);
            while (at < open.length - 1 && open[at + 1] == open[at]) at++;
            Integer end = stay.option.ends.get(at);
            // Not allowed then: it is given its shortest length, at a price.
            if (end == null) {
                broken += 1;
                end = Math.min(open.length - 1, at + shortest(stay.option));
            }
            from[stay.index] = at;
            to[stay.index] = end;
            unit[stay.index] = stay.option.place.unit();
            at = end;
            for (int k = 0; k < costs.length; k++) costs[k] += stay.option.place.costs()[k];
        }
        int[] block = doctor.costsOfBlock.get(Doctor.block(doctor.start, at));
        if (block == null) broken += 1;
        else for (int k = 0; k < costs.length; k++) costs[k] += block[k];
        priceOrders(doctor);
        Integer most = doctor.facts.maxPlaces();
        if (most != null) {
            long places = Arrays.stream(unit).distinct().count();
            broken += Math.max(0, places - most);
        }
    }

    private void sort(Doctor doctor) {
        for (int i = 0; i < order.length; i++) {
            int at = i;
            int rank = doctor.stays.get(i).rank;
            while (at > 0 && doctor.stays.get(order[at - 1]).rank > rank) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
    }

    private static int shortest(Stay.Option option) {
        int least = Integer.MAX_VALUE;
        for (var time : option.ends.entrySet()) {
            least = Math.min(least, time.getValue() - time.getKey());
        }
        return least;
    }

    private void priceOrders(Doctor doctor) {
        int[] position = new int[order.length];
        for (int i = 0; i < order.length; i++) position[order[i]] = i;
        for (Input.Order each : doctor.facts.orders()) {
            boolean kept =
                    Arrays.stream(each.earlier()).allMatch(i -> position[i] < position[each.later()]);
            if (kept) continue;
            if (each.costs() == null) broken += 1;
            else for (int k = 0; k < costs.length; k++) costs[k] += each.costs()[k];
        }
    }
}
