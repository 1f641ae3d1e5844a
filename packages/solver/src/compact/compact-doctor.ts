/** One doctor's part of the compact model, as her rules see it. */
import type { Stay } from "../formulation/facts.ts";

/** A variable times a number. */
export interface Term {
  readonly variable: number;
  readonly coefficient: number;
}

export interface CompactDoctor {
  /** x: 1 when the stay is made. */
  readonly stays: readonly { readonly variable: number; readonly stay: Stay }[];
  /** s: 1 when the block begins in the period; they and `unplaced` sum to 1. */
  readonly starts: readonly { readonly variable: number; readonly period: number }[];
  /** e: 1 when the block ends at the boundary; they and `unplaced` sum to 1. */
  readonly ends: readonly { readonly variable: number; readonly period: number }[];
  /** u: 1 when she has no plan. */
  readonly unplaced: number;
  /** A binary variable of the rule's own. */
  binary(key: string): number;
  /** lower ≤ Σ terms ≤ upper. The key tells the rows of one rule and doctor apart. */
  row(key: string, terms: readonly Term[], lower: number, upper: number): void;
  /**
   * A whole number that counts breaks, at most `most`, and costs what the rule's preference says.
   * No term at all where the rule must hold.
   */
  breaks(key: string, most: number): readonly Term[];
}
