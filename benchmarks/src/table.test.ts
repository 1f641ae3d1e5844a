import { describe, expect, it } from "vitest";
import { type Column, markdownTable, textTable } from "./table.ts";

interface Time {
  readonly who: string;
  readonly seconds: number;
}

const columns: readonly Column<Time>[] = [
  { title: "who", align: "left", cell: ({ who }) => who },
  { title: "s", align: "right", cell: ({ seconds }) => seconds.toFixed(1) },
];
const rows: readonly Time[] = [
  { who: "lines/highs", seconds: 0.25 },
  { who: "a|b", seconds: 57 },
];

describe("a table", () => {
  it("lines words up to the left and numbers to the right", () => {
    expect(textTable(columns, rows)).toBe(
      ["who             s", "-----------  ----", "lines/highs   0.3", "a|b          57.0"].join(
        "\n",
      ),
    );
  });

  it("is Markdown with the bars of its cells escaped", () => {
    expect(markdownTable(columns, rows)).toBe(
      ["| who | s |", "| --- | --: |", "| lines/highs | 0.3 |", "| a\\|b | 57.0 |"].join("\n"),
    );
  });
});
