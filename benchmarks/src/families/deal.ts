/** Deals hidden rotations: legal, and spread so that no unit is fuller than it need be. */
import type { Random } from "../random.ts";
import { crowding, enter, type Stay, type Unit } from "./unit.ts";

/** A requirement of a programme and the units that take it. */
export interface Block {
  readonly id: string;
  /** What it is credited to at those units. */
  readonly section: string;
  /** Length in half months; with a range each doctor's is drawn. */
  readonly halves: number | { readonly min: number; readonly max: number };
  readonly units: readonly Unit[];
  readonly atBase?: boolean;
  /** Blocks of the same place are at the same unit. */
  readonly place?: string;
}

export interface Programme {
  readonly id: string;
  readonly track: "AT" | "BT";
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Of the whole, in half months. */
  readonly length: number;
  /** Section that comes last for three doctors in four. */
  readonly last?: string;
}

/** What is done at a stay. */
export interface Service extends Stay {
  readonly block: Block;
}

/** Rotations drawn for each doctor, of which the one that crowds the units least is dealt. */
const DRAWS = 24;

/** May a drawn rotation be dealt? */
export type Admits = (services: readonly Service[]) => boolean;

/** Deals one doctor a hidden rotation, and enters it at the units. */
export function deal(
  random: Random,
  start: number,
  programme: Programme,
  admits: Admits = () => true,
): readonly Service[] {
  let drawn: (readonly Service[])[] = [];
  while (drawn.length === 0) {
    const all = Array.from({ length: DRAWS }, () => drawRotation(random, start, programme));
    drawn = all.filter(admits);
  }
  const stays = leastCrowded(drawn);
  for (const stay of stays) enter(stay);
  return stays;
}

/** Of several rotations the one that crowds the units least. */
export function leastCrowded(drawn: readonly (readonly Service[])[]): readonly Service[] {
  const [best] = drawn
    .map((stays) => ({ stays, crowding: stays.reduce((sum, stay) => sum + crowding(stay), 0) }))
    .sort((a, b) => a.crowding - b.crowding);
  return best?.stays ?? [];
}

/** Without gaps, each stay where there is most room. */
export function drawRotation(random: Random, start: number, programme: Programme): Service[] {
  const order = drawOrder(random, programme);
  const lengths = drawLengths(random, programme);
  const places = new Map<string, Unit>();
  let from = start;
  return order.map((block) => {
    const to = from + (lengths.get(block) ?? 0);
    const known = places.get(block.place ?? "");
    const stays = random
      .shuffle(known === undefined ? block.units : [known])
      .map((unit) => ({ block, unit, from, to, crowding: crowding({ unit, from, to }) }))
      .sort((a, b) => a.crowding - b.crowding);
    from = to;
    const [stay] = stays;
    if (stay === undefined) throw new Error(`Block ${block.id} has no unit.`);
    if (block.place !== undefined) places.set(block.place, stay.unit);
    return stay;
  });
}

function drawOrder(random: Random, { blocks, last }: Programme): readonly Block[] {
  const shuffled = random.shuffle(blocks);
  if (last === undefined || random.int(1, 4) === 1) return shuffled;
  const isLast = ({ id }: Block) => id === last;
  return [...shuffled.filter((block) => !isLast(block)), ...shuffled.filter(isLast)];
}

/** Least lengths, and what is left of the whole handed out a half month at a time. */
function drawLengths(random: Random, { blocks, length }: Programme): ReadonlyMap<Block, number> {
  const range = ({ halves }: Block) =>
    typeof halves === "number" ? { min: halves, max: halves } : halves;
  const lengths = new Map(blocks.map((block) => [block, range(block).min]));
  let left = length - [...lengths.values()].reduce((sum, each) => sum + each, 0);
  while (left > 0) {
    const open = blocks.filter((block) => (lengths.get(block) ?? 0) < range(block).max);
    const block = random.pick(open);
    lengths.set(block, (lengths.get(block) ?? 0) + 1);
    left--;
  }
  return lengths;
}
