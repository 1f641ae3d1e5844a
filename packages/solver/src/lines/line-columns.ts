/** The lines a master knows, as columns of its program: which column each is, and how often it may be taken. */
import type { LinearProgram } from "@placera/milp";
import type { Line } from "./line.ts";
import type { Profile } from "./profile.ts";

export class LineColumns {
  readonly lines: Line[] = [];
  private readonly lp: LinearProgram;
  private readonly profiles: readonly Profile[];
  /** Index of a profile → its place among these. */
  private readonly profileAt: Map<number, number>;
  /** Key of a line → its place among `lines`. */
  private readonly known = new Map<string, number>();
  /** By line: the place of its profile, its column, and the least and most it may be taken. */
  private readonly places: number[] = [];
  private readonly columns: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly byColumn = new Map<number, Line>();
  private readonly barred = new Set<number>();

  constructor(lp: LinearProgram, profiles: readonly Profile[]) {
    this.lp = lp;
    this.profiles = profiles;
    this.profileAt = new Map(profiles.map(({ index }, at) => [index, at]));
  }

  /** The index of a line in `lines`, or −1. */
  indexOf(line: Line): number {
    return this.known.get(line.key) ?? -1;
  }

  /** The place of a line's profile among the master's, or −1. */
  profileOf(line: Line): number {
    return this.profileAt.get(line.profile) ?? -1;
  }

  /** How many doctors may take a line. */
  sizeOf(line: Line): number {
    return this.profiles[this.profileOf(line)]?.doctors.length ?? 0;
  }

  /** The column of a line of `lines`. */
  column(at: number): number {
    return this.columns[at] ?? -1;
  }

  /** The line that a column is, if it is one. */
  lineIn(column: number): Line | undefined {
    return this.byColumn.get(column);
  }

  /** Calls back with every line of a profile here, its column and the profile's place. */
  each(visit: (line: Line, column: number, profile: number) => void): void {
    this.lines.forEach((line, at) => {
      const profile = this.places[at] as number;
      if (profile >= 0) visit(line, this.column(at), profile);
    });
  }

  /** Takes in those not known yet, and answers which these were; `place` says where they are. */
  admit(lines: readonly Line[]): Line[] {
    return lines.filter((line) => {
      if (this.known.has(line.key)) return false;
      this.known.set(line.key, this.lines.length);
      this.lines.push(line);
      this.places.push(this.profileOf(line));
      return true;
    });
  }

  /** Those admitted last are the columns from `first` on. */
  place(admitted: readonly Line[], first: number): void {
    admitted.forEach((line, i) => {
      this.byColumn.set(first + i, line);
      this.columns.push(first + i);
      this.lower.push(0);
      this.upper.push(this.sizeOf(line));
    });
  }

  /** Closes lines for good. */
  bar(ruledOut: (line: Line) => boolean): void {
    this.lines.forEach((line, at) => {
      if (ruledOut(line)) this.barred.add(at);
    });
    this.bound(new Map(), new Map());
  }

  /** Sets the least and most each line may be taken; a line left out is free between 0 and its profile's size. */
  bound(least: ReadonlyMap<number, number>, most: ReadonlyMap<number, number>): void {
    const columns: number[] = [];
    const lowers: number[] = [];
    const uppers: number[] = [];
    this.lines.forEach((line, at) => {
      const lower = least.get(at) ?? 0;
      const free = this.barred.has(at) ? 0 : (most.get(at) ?? this.sizeOf(line));
      const upper = Math.max(lower, free);
      if (this.lower[at] === lower && this.upper[at] === upper) return;
      this.lower[at] = lower;
      this.upper[at] = upper;
      columns.push(this.column(at));
      lowers.push(lower);
      uppers.push(upper);
    });
    if (columns.length > 0) this.lp.changeColumnBounds(columns, lowers, uppers);
  }
}
