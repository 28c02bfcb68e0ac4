// Runs the Solidity suites once and writes one result a test: node test/support/solidity-tests.mjs <results.json>
import { writeFileSync } from "node:fs";
import hre from "hardhat";

const where = ({ sourceReference: at }) => at && `  at ${at.contract}.${at.function} (${at.sourceName.replace(/^project\//, "")}:${at.line})`;

const detail = (test) =>
  [
    test.reason,
    test.counterexample && `counterexample: ${[test.counterexample].flat(Infinity).map((call) => call.args ?? JSON.stringify(call.sequence)).join("; ")}`,
    ...(test.decodedLogs ?? []),
    ...(test.stackTrace?.()?.entries ?? []).map(where),
  ]
    .filter(Boolean)
    .join("\n");

const run = await hre.tasks.getTask(["test", "solidity"]).run({});
const { suiteResults } = run.value ?? run.error;
const results = suiteResults.flatMap((suite) =>
  suite.testResults.map((test) => ({
    suite: suite.id.name,
    source: suite.id.source.replace(/^project\//, ""),
    test: test.name,
    passed: test.status === "Success",
    milliseconds: Number(test.durationNs / 1_000_000n),
    detail: test.status === "Success" ? "" : detail(test),
    logs: test.decodedLogs ?? [],
  })),
);
writeFileSync(process.argv[2], JSON.stringify(results));
