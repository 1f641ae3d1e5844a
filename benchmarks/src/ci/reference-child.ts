/** A process that does the reference work once and tells its parent what processor time it took. */
import { REFERENCE_RESULT, referenceWork } from "./reference.ts";

const before = process.cpuUsage();
const result = referenceWork();
const { user, system } = process.cpuUsage(before);
if (result !== REFERENCE_RESULT) {
  throw new Error(`The reference work came to ${result}, not ${REFERENCE_RESULT}.`);
}
process.send?.((user + system) / 1_000);
