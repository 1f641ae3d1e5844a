import { readdirSync, readFileSync } from "node:fs";
import { parseProblemText, SolveParams } from "../domain/src/index.ts";
import * as S from "./src/index.ts";
const F="/work/main/fixtures/";
for (const dir of process.argv.slice(2)) for (const f of readdirSync(F+dir).filter(x=>x.endsWith("problem.json"))) {
 const r = parseProblemText(readFileSync(F+dir+"/"+f,"utf8")); const n=f.replace(".problem.json","");
 if(!r.ok) { console.log(n, r.issues); continue; }
 const e = JSON.parse(readFileSync(F+dir+"/"+n+".expected.json","utf8"));
 const watch={now:()=>performance.now(),stopped:()=>undefined,report(){},incumbent(){}};
 try { const o:any = await S.solve(r.problem, SolveParams.parse({timeLimitMs:60000}), watch as any);
 console.log(n, o.status, o.stats.elapsedMs|0, JSON.stringify(o.tiers), JSON.stringify(o.unplaced), "| EXPECT", e.status, JSON.stringify(e.tiers), JSON.stringify(e.reason)); } catch (x) { console.log(n, "THROWS", x); }
}
