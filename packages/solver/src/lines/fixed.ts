/** The state of a dive: lines taken for good, the room they leave, and lines closed. */
import type { Line } from "./line.ts";
import type { Master } from "./master.ts";
import type { SearchState } from "./search-state.ts";

export class Fixed {
  private readonly counts = new Map<number, number>();
  private readonly closed = new Map<number, number>();
  private readonly room: Float64Array;
  private readonly left: number[];
  private readonly state: SearchState;
  private readonly master: Master;
  private readonly profileAt: Map<number, number>;

  constructor(state: SearchState, master: Master) {
    this.state = state;
    this.master = master;
    this.room = Float64Array.from(master.seats.capacity);
    this.left = state.component.profiles.map(({ doctors }) => doctors.length);
    this.profileAt = new Map(state.component.profiles.map(({ index }, at) => [index, at]));
  }

  count(at: number): number {
    return this.counts.get(at) ?? 0;
  }

  private each(line: Line, visit: (row: number, places: number) => void): void {
    const profile = this.state.component.profiles[this.profileAt.get(line.profile) ?? -1];
    if (profile !== undefined) this.master.seats.each(line, profile, visit);
  }

  /** By profile: are there doctors left to place? */
  active(): boolean[] {
    return this.left.map((left) => left > 0);
  }

  fits(at: number): boolean {
    const line = this.master.lines[at];
    if (line === undefined || (this.left[this.profileAt.get(line.profile) ?? -1] ?? 0) < 1)
      return false;
    let fits = true;
    this.each(line, (row, places) => {
      if ((this.room[row] as number) < places) fits = false;
    });
    return fits;
  }

  take(at: number, count: number): void {
    const line = this.master.lines[at];
    if (line === undefined) return;
    this.counts.set(at, this.count(at) + count);
    const profile = this.profileAt.get(line.profile) ?? -1;
    this.left[profile] = (this.left[profile] ?? 0) - count;
    this.each(line, (row, places) => {
      this.room[row] = (this.room[row] as number) - places * count;
    });
  }

  close(at: number): void {
    this.closed.set(at, this.count(at));
  }

  apply(): void {
    this.master.bound(this.counts, this.closed);
  }

  lines(): { line: Line; count: number }[] {
    return [...this.counts].flatMap(([at, count]) => {
      const line = this.master.lines[at];
      return line === undefined || count === 0 ? [] : [{ line, count }];
    });
  }
}
