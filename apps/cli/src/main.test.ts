import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "./testing/run-here.ts";
import { runPlacera } from "./testing/run-placera.ts";
import { tinyProblem } from "./testing/tiny-problem.ts";

let folder = "";
const at = (name: string) => join(folder, name);
/** File names are in the test's own folder. */
const inFolder = (arg: string) =>
  /\.json$|^(plans|supervised|\.)$|^plans\//.test(arg) ? at(arg) : arg;
const placera = (...args: string[]) => runHere(args.map(inFolder));
const asProcess = (...args: string[]) => runPlacera(args, { cwd: folder });
const write = (name: string, value: unknown) =>
  writeFile(at(name), typeof value === "string" ? value : JSON.stringify(value));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "placera-cli-"));
  await write("tiny.problem.json", tinyProblem(2, 1));
  await write("tiny.people.json", { schemaVersion: 1, people: { d1: { name: "Åsa Öberg" } } });
  await write("crowded.problem.json", tinyProblem(3, 1));
  await write("nobody.problem.json", tinyProblem(0, 1));
  await write("wrong.problem.json", { ...tinyProblem(1, 1), calender: {}, intakes: [] });
  await write("empty.json", " \n");
  await write("half.json", "{");
  await writeFile(join(folder, "latin1.json"), Buffer.from([0x7b, 0xe5, 0x7d]));
});
afterAll(() => rm(folder, { recursive: true }));

describe("placera --help", () => {
  it("teaches by example and lists the exit codes", async () => {
    const { code, out } = await asProcess("--help");
    expect(code).toBe(0);
    expect(out).toContain("$ placera solve uppsala.problem.json");
    expect(out).toContain("  75  ");
  });

  it.each([[["no-such-command"]], [["validate"]], [["solve", "x", "--time-limit", "5"]]])(
    "ends with 2 on %j",
    async (args) => {
      const { code, err } = await placera(...args);
      expect(code).toBe(2);
      expect(err).toContain("error: ");
    },
  );
});

describe("placera validate", () => {
  it("says what a right problem holds, and whose names are missing", async () => {
    const { code, out, err } = await placera("validate", "tiny.problem.json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("2 läkare, 2 enheter, 1 intag, 1 program");
    expect(out).toContain("1 läkare saknar namn");
  });

  it("says that a problem has no doctors", async () => {
    const { code, out } = await placera("validate", "nobody.problem.json", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toContain("! The problem has no doctors.");
  });

  it("names doctors who cannot have a rotation, with rule and dates, before any solve", async () => {
    const [doctor] = tinyProblem(1, 1).doctors;
    const late = { ...doctor, id: "d9", degreeDate: "2027-06-20" };
    const rules = [{ rule: "start-after-degree", source: "Nora" }];
    const title = { sv: "Nora", en: "Nora" };
    await write("late.problem.json", {
      ...tinyProblem(2, 1),
      localPacks: [{ id: "nora@1", title, track: "BT", rules }],
      doctors: [...tinyProblem(2, 1).doctors, late],
    });
    const { code, out } = await placera("validate", "late.problem.json");
    expect(code).toBe(3);
    expect(out).toContain(
      "! Ingen rotation går att göra för d9 (start 1 januari 2027): start-after-degree (läkarexamen är utfärdad 20 juni 2027; start 1 januari 2027)",
    );
    expect(out).not.toContain("för d1");
  });

  it("lists every issue with file, path, sentence and code, and no stack", async () => {
    const { code, out, err } = await asProcess("validate", "wrong.problem.json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^wrong\.problem\.json: calender: .+ \[unknown-key\]$/m);
    expect(err).toMatch(/^1 fel\.$/m);
    expect(err).not.toContain("at ");
  });

  it("gives the issues as JSON", async () => {
    const { code, out } = await asProcess("validate", "wrong.problem.json", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      kind: "failure",
      code: "invalid",
      exitCode: 2,
      issues: [{ file: "wrong.problem.json", code: "unknown-key", path: "calender" }],
    });
  });

  it.each([
    ["none.json", "file-missing"],
    [".", "file-is-directory"],
    ["empty.json", "file-empty"],
    ["latin1.json", "file-not-utf8"],
    ["half.json", "not-json"],
  ])("refuses %s with %s", async (file, issue) => {
    const { code, err } = await placera("validate", file);
    expect(code).toBe(2);
    expect(err).toContain(`[${issue}]`);
  });
});

describe("placera supervision", () => {
  const supervised = {
    ...tinyProblem(1, 1),
    supervisors: ["h1", "h2"].map((id) => ({ id, unit: "vc", role: "specialist", slots: 2 })),
  };

  it("tells who supervises whom, and who can take over", async () => {
    await write("supervised.problem.json", supervised);
    const solved = await placera("solve", "supervised.problem.json", "--out", "supervised");
    expect(solved.code, solved.err).toBe(0);
    const files = ["supervised.problem.json", "supervised/supervised.plan.json"];
    const told = await placera("supervision", ...files, "--json");
    const { supervision } = JSON.parse(told.out);
    expect(supervision).toHaveLength(1);
    const [{ supervisor, doctor }] = supervision;
    const other = supervisor === "h1" ? "h2" : "h1";

    const without = await placera("supervision", ...files, "--without", supervisor);
    expect(without.code, without.err).toBe(0);
    expect(without.out).toContain(`Utan ${supervisor}`);
    expect(without.out).toContain(`: ${other} kan ta över.`);
    const json = await placera("supervision", ...files, "--without", supervisor, "--json");
    expect(JSON.parse(json.out).without).toMatchObject({
      charges: [{ doctor, by: other }],
      short: [],
    });
    expect((await readdir(at("supervised"))).sort()).toContain("supervised.supervision.csv");
  });

  it("names the supervisors there are where it is asked about another", async () => {
    const files = ["supervised.problem.json", "supervised/supervised.plan.json"];
    const { code, err } = await placera("supervision", ...files, "--without", "h9");
    expect(code).toBe(2);
    expect(err).toContain("h1, h2");
  });

  it("refuses a plan whose supervisors are not those that were verified", async () => {
    const text = await readFile(at("supervised/supervised.plan.json"), "utf8");
    await write("swapped.plan.json", text.replace(/"supervisor": "h\d"/, '"supervisor": "h9"'));
    const { supervision: _, ...nobody } = JSON.parse(text);
    await write("nobody.plan.json", nobody);
    const swapped = await placera("verify", "supervised.problem.json", "swapped.plan.json");
    expect(swapped.code).toBe(2);
    expect(swapped.err).toContain("[plan-changed]");
    expect(swapped.err).toContain("[named-supervisor]");
    const none = await placera("verify", "supervised.problem.json", "nobody.plan.json");
    expect(none.err).toContain("[supervision-missing]");
  });
});

describe("placera solve, verify and report", () => {
  it("solves, writes every output, and verifies what it wrote", async () => {
    const solved = await placera("solve", "tiny.problem.json", "--out", "plans");
    expect(solved.code, solved.err).toBe(0);
    expect(solved.out).toContain("bevisat att ingen bättre plan finns");
    expect(solved.out).toContain("Åsa Öberg");
    expect(solved.err).toContain("tiny.people.json");
    expect((await readdir(join(folder, "plans"))).sort()).toEqual([
      "tiny.doctors.csv",
      "tiny.grid.txt",
      "tiny.occupancy.csv",
      "tiny.plan.json",
      "tiny.units.csv",
    ]);

    const verified = await placera("verify", "tiny.problem.json", "plans/tiny.plan.json");
    expect(verified).toMatchObject({ code: 0, err: "" });
    expect(verified.out).toContain("Varje gräns är omräknad ur planfilen");
    const seen = await placera("verify", "tiny.problem.json", "plans/tiny.plan.json", "--json");
    const { prices, tiers } = JSON.parse(seen.out);
    expect(prices).toBe(true);
    for (const { bound, byPrices } of tiers) expect(byPrices).toBeGreaterThanOrEqual(bound);

    const report = ["report", "tiny.problem.json", "plans/tiny.plan.json"];
    const csv = await placera(...report, "--format", "csv", "--lang", "en", "--no-people");
    expect(csv.code).toBe(0);
    expect(csv.out.split("\r\n")[0]).toBe(
      "\ufeffDoctor;Programme;Intake;Placement;Unit;Site;Section;From;To (inclusive);Months;Weeks;Note",
    );
    expect(csv.out).not.toContain("Åsa");
  });

  it("keeps names out of the plan", async () => {
    const plan = await readFile(join(folder, "plans", "tiny.plan.json"), "utf8");
    expect(plan).not.toContain("Åsa");
  });

  it("refuses a plan that was changed, and one of another problem", async () => {
    const plan = JSON.parse(await readFile(join(folder, "plans", "tiny.plan.json"), "utf8"));
    await write("changed.json", { ...plan, rotations: plan.rotations.slice(1) });
    const changed = await placera("verify", "tiny.problem.json", "changed.json");
    expect(changed.code).toBe(2);
    expect(changed.err).toContain("[plan-changed]");
    expect(changed.err).toContain("[unplaced-differ]");
    const tiers = plan.certificate.tiers.map((tier: object) => ({ ...tier, value: 7 }));
    await write("boasting.json", { ...plan, certificate: { ...plan.certificate, tiers } });
    const boasting = await placera("report", "tiny.problem.json", "boasting.json");
    expect(boasting.code).toBe(2);
    expect(boasting.err).toContain("[value-differs]");
    const [part] = plan.certificate.proofs;
    const proofs = [{ ...part, tiers: [{ ...part.tiers[0], bound: 1 }] }];
    await write("surer.json", { ...plan, certificate: { ...plan.certificate, proofs } });
    const surer = await placera("verify", "tiny.problem.json", "surer.json");
    expect(surer.code).toBe(2);
    expect(surer.err).toContain("[bound-not-shown]");
    const other = await placera("verify", "crowded.problem.json", "plans/tiny.plan.json");
    expect(other.code).toBe(2);
    expect(other.err).toContain("[other-problem]");
  });

  it("refuses what is no plan file", async () => {
    const { code, err } = await placera("verify", "tiny.problem.json", "tiny.problem.json");
    expect(code).toBe(2);
    expect(err).toContain("[not-a-plan]");
  });

  it.each(["verify", "report"])(
    "%s lists every rule that a plan breaks, in words",
    async (command) => {
      const plan = JSON.parse(await readFile(join(folder, "plans", "tiny.plan.json"), "utf8"));
      // Both doctors take the first one's way: two at a time where there is one seat.
      const [{ placements }] = plan.rotations;
      const rotations = plan.rotations.map((each: object) => ({ ...each, placements }));
      await write("together.json", { ...plan, rotations });
      const args = [command, "tiny.problem.json", "together.json", "--lang", "en"];
      const told = await placera(...args);
      expect(told).toMatchObject({ code: 2, out: "" });
      expect(told.err).toContain("[plan-invalid]");
      expect(told.err).toMatch(/^\S*together\.json: .*Akuten.* \[unit-seats\]$/m);
      const { out } = await placera(...args, "--json");
      expect(JSON.parse(out)).toMatchObject({ kind: "failure", code: "invalid", exitCode: 2 });
      expect(out).toContain('"code": "unit-seats"');
    },
  );

  it("ends with 3 when it is proven that not everyone fits, and shows the rest", async () => {
    const { code, out } = await asProcess("solve", "crowded.problem.json");
    expect(code).toBe(3);
    expect(out).toContain("2 av 3 läkare har en plan");
    expect(out).toContain("1 läkare utan plan");
  });

  it("solves a problem without doctors", async () => {
    const { code, out } = await placera("solve", "nobody.problem.json");
    expect(code).toBe(0);
    expect(out).toContain("Underlaget har inga läkare");
  });

  it("gives one JSON document on stdout", async () => {
    const { code, out } = await placera("solve", "tiny.problem.json", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: "result",
      exitCode: 0,
      outcome: { status: "optimal" },
    });
  });

  it("refuses an output folder it cannot write in before it solves", async () => {
    const { code, err } = await placera("solve", "tiny.problem.json", "--out", "empty.json");
    expect(code).toBe(2);
    expect(err).toContain("[folder-unwritable]");
  });

  it("ends quietly when the reader goes away", async () => {
    const shell = spawn(
      "sh",
      [
        "-c",
        `"$1" --conditions=@placera/source --import "$2" "$3" formulate tiny.problem.json 2>err.txt | head -n 1; cat err.txt`,
        "sh",
        process.execPath,
        import.meta.resolve("tsx"),
        new URL("./main.ts", import.meta.url).pathname,
      ],
      { cwd: folder },
    );
    let out = "";
    shell.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    await new Promise((resolve) => shell.once("close", resolve));
    expect(out).not.toContain("EPIPE");
  });
});

describe("placera --pack", () => {
  const local = {
    id: "nora-bt@1",
    title: { sv: "BT i Nora", en: "BT in Nora" },
    track: "BT",
    rules: [{ rule: "section-order", source: "Noras riktlinjer" }],
  };

  it("puts a local pack beside the problem's; the plan is of the two together", async () => {
    await write("nora.pack.json", local);
    const pack = ["--pack", "nora.pack.json"];
    const solved = await placera("solve", "crowded.problem.json", ...pack, "--out", "plans");
    // One seat at each unit: not everyone can have a plan, with the pack or without.
    expect(solved.code, solved.err).toBe(3);
    const files = ["crowded.problem.json", "plans/crowded.plan.json"];
    const verified = await placera("verify", ...files, ...pack);
    expect(verified.code, verified.err).toBe(0);
    expect(verified.out).toMatch(/nora-bt@1#[0-9a-f]{8}/);
    const without = await placera("verify", ...files);
    expect(without.code).toBe(2);
    expect(without.err).toContain("[rule-packs-differ]");
    await write("nora.pack.json", { ...local, title: { sv: "Nora", en: "Nora" } });
    const other = await placera("verify", ...files, ...pack);
    expect(other.err).toContain("[rule-packs-differ]");
  });

  it("lists a pack from its file, and says what is wrong with it", async () => {
    await write("nora.pack.json", local);
    const { out } = await placera("rules", "--pack", "nora.pack.json", "--lang", "en");
    expect(out).toContain("nora-bt@1 · BT in Nora · BT");
    expect(out).toContain("local, must · Noras riktlinjer");
    await write("wrong.pack.json", { ...local, track: "ST" });
    const wrong = await placera("validate", "tiny.problem.json", "--pack", "wrong.pack.json");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("wrong.pack.json: track:");
  });
});

describe("placera rules", () => {
  it("lists every pack, each rule with statement, class, mode and source", async () => {
    const { code, out } = await placera("rules", "--lang", "en");
    expect(code).toBe(0);
    for (const pack of ["core@1 · all tracks", "at@2021-05 · AT", "bt@2021 · BT"]) {
      expect(out).toContain(pack);
    }
    expect(out).toContain(
      "The service, research left out, is altogether at least as long as the regulations ask",
    );
    expect(out).toContain("law, must · min: 18 mo · see SOSFS 1999:5");
  });

  it("gives one pack as JSON, and refuses one there is not", async () => {
    const { out } = await placera("rules", "--pack", "bt@2021", "--json");
    const { packs } = JSON.parse(out) as { packs: { id: string; rules: { rule: string }[] }[] };
    expect(packs.map(({ id }) => id)).toEqual(["bt@2021"]);
    expect(packs[0]?.rules).toContainEqual(
      expect.objectContaining({ rule: "at-most-four-places", params: { max: 4 }, mode: "must" }),
    );
    const wrong = await placera("rules", "--pack", "bt@1999");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("at@2021-05");
  });
});

describe("placera compliance", () => {
  it("says per doctor where each rule is met, by name, in text and CSV", async () => {
    await placera("solve", "tiny.problem.json", "--out", "plans");
    const files = ["tiny.problem.json", "plans/tiny.plan.json"];
    const text = await placera("compliance", ...files, "--doctor", "d1");
    expect(text.code, text.err).toBe(0);
    expect(text.out).toContain("Åsa Öberg · BT 6 månader · 1 jan 2027 – 30 jun 2027");
    // BT asks for three months of each; the programme gives just that.
    expect(text.out).toMatch(/akut sjukvård 3 mån \(minst 3 mån\): \S+ 2027 på Akuten/);
    expect(text.out).not.toContain("d2");
    const csv = await placera("compliance", ...files, "--format", "csv", "--lang", "en");
    expect(csv.out).toMatch(/^d2;.*Least time per section;met;emergency care 3 mo/m);
  });

  it("gives the sheets as JSON with dates, and refuses a doctor there is not", async () => {
    const files = ["tiny.problem.json", "plans/tiny.plan.json"];
    const { out } = await placera("compliance", ...files, "--json");
    const { doctors } = JSON.parse(out) as { doctors: { rules: { rule: string }[] }[] };
    expect(doctors).toHaveLength(2);
    expect(doctors[0]?.rules).toContainEqual(
      expect.objectContaining({
        rule: "total-length",
        status: "met",
        evidence: [
          {
            service: { counted: 180, min: { months: 6 } },
            span: { from: "2027-01-01", to: "2027-07-01" },
          },
        ],
      }),
    );
    const wrong = await placera("compliance", ...files, "--doctor", "d9");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("d9");
  });
});

describe("the queue's commands", () => {
  it("end with 75 when Redis does not answer", async () => {
    const { code, err } = await placera("status", "--redis", "redis://127.0.0.1:1");
    expect(code).toBe(75);
    expect(err).toContain("Redis svarar inte.");
  });
});

describe("placera solve --previous", () => {
  it("stays close to an earlier plan, and verifies what it made with it", async () => {
    const first = await placera("solve", "tiny.problem.json", "--out", "plans");
    expect(first.code).toBe(0);
    const { doctors, ...rest } = tinyProblem(2, 1);
    const away = { ...doctors[0], absences: [{ from: "2027-01-01", to: "2027-04-01" }] };
    await write("away.problem.json", { ...rest, doctors: [away, ...doctors.slice(1)] });
    const previous = ["--previous", "plans/tiny.plan.json"];
    const again = await placera("solve", "away.problem.json", ...previous, "--out", "plans");
    expect({ code: again.code, err: again.err.includes("fel") }).toEqual({ code: 0, err: false });
    expect(again.out).toMatch(/Läkare vars plan ändras +1 /);
    const plan = "plans/away.plan.json";
    expect((await placera("verify", "away.problem.json", plan, ...previous)).code).toBe(0);
    expect((await placera("verify", "away.problem.json", plan)).code).toBe(2);
  });

  it("keeps what begins before --freeze-before, whatever would be better", async () => {
    expect((await placera("solve", "tiny.problem.json", "--out", "plans")).code).toBe(0);
    const { rotations } = JSON.parse(await readFile(at("plans/tiny.plan.json"), "utf8"));
    const firstOf = ({ placements }: { placements: { unit: string }[] }) => placements[0]?.unit;
    // Each is to begin where the other did: without the freeze they change places.
    const { doctors, ...rest } = tinyProblem(2, 1);
    const wishing = doctors.map((doctor, index) => {
      const requirement = firstOf(rotations[index]) === "akut" ? "vard" : "akut";
      const from = "2027-01-01";
      return { ...doctor, fixed: [{ requirement, from }] };
    });
    await write("swapped.problem.json", { ...rest, doctors: wishing });
    const previous = ["--previous", "plans/tiny.plan.json"];
    expect((await placera("solve", "swapped.problem.json", ...previous)).code).toBe(0);
    const frozen = [...previous, "--freeze-before", "2027-02-01"];
    const clash = await placera("solve", "swapped.problem.json", ...frozen);
    expect(clash.code).toBe(3);
    expect(clash.out).toContain("Meddelade placeringar");
    const wrong = await placera("solve", "tiny.problem.json", ...previous, "--freeze-before", "x");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("previousPlan.freezeBefore");
  });
});
