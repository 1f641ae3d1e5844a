// Vitest's JSON report → how many tests passed, failed and were skipped. Nothing fails unseen.

/** `json` is the report's text, "" when vitest did not get as far as writing one. */
export function countTests(json, exitCode) {
  const totals = { passed: 0, failed: 0, skipped: 0, reason: "" };
  if (json === "") return { ...totals, failed: 1, reason: "Vitest ended without a report." };
  const report = JSON.parse(json);
  totals.passed = report.numPassedTests;
  totals.failed = report.numFailedTests + filesThatFailedWhole(report.testResults);
  totals.skipped = report.numPendingTests + report.numTodoTests;
  if (totals.passed + totals.failed === 0) {
    totals.failed = 1;
    totals.reason = "No test ran.";
  } else if (totals.failed === 0 && exitCode !== 0) {
    totals.failed = 1;
    totals.reason = "Every test passed, yet vitest reported an error: see above.";
  }
  return { ...totals, note: `${totals.passed} passed` };
}

/** A file that cannot be loaded, or whose hooks fail, has no failed test of its own. */
function filesThatFailedWhole(files) {
  const failed = (each) => each.status === "failed";
  return files.filter((file) => failed(file) && !file.assertionResults.some(failed)).length;
}
