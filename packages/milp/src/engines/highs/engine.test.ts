import { checkedEngine } from "../../checked-engine.ts";
import { describeEngine } from "../../testing/index.ts";
import { createHighsEngine } from "./engine.ts";

describeEngine("highs", () => checkedEngine(createHighsEngine()));
