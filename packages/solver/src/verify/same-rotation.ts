/** Is a rotation the same as another, day for day? */
import type { Placement, Rotation } from "@placera/domain";

export function isSameRotation(a: Rotation, b: Rotation): boolean {
  return (
    a === b ||
    (agree(a, b, (key) => key === "placements") &&
      a.placements.length === b.placements.length &&
      a.placements.every((placement, at) => isSamePlacement(placement, b.placements[at])))
  );
}

function isSamePlacement(a: Placement, b: Placement | undefined): boolean {
  return b !== undefined && agree(a, b, () => false);
}

/** The same in all that either says, whatever that is: of what is no plain value, only itself is the same. */
function agree<T extends object>(a: T, b: T, isLeftOut: (key: keyof T) => boolean): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isLeftOut(key) || (Object.hasOwn(b, key) && a[key] === b[key]))
  );
}
