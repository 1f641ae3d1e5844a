/** Variables and rows of the compact model as they are collected, before there is a model. */
import type { Doctor } from "@placera/domain";
import type { CompactDoctor, Term } from "./compact-doctor.ts";

export interface Variable {
  readonly name: string;
  readonly upper: number;
  /** By channel: tiers first. */
  readonly costs: readonly number[];
  /** Whose it is, where it is one doctor's. */
  readonly doctor: number | undefined;
}

export interface Row {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly lower: number;
  readonly upper: number;
}

/** One doctor's variables, for reading a plan back. */
export interface DoctorVariables {
  readonly doctor: Doctor;
  readonly unplaced: number;
  readonly starts: CompactDoctor["starts"];
  readonly stays: CompactDoctor["stays"];
}

export interface Collected {
  readonly variables: Variable[];
  readonly rows: Row[];
  readonly tiers: readonly string[];
  readonly channels: number;
}
