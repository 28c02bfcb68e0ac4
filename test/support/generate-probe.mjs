// Makes the bindings of test/Sending.Nethereum.Tests/Contracts/Probe/Probe.sol with nethereum-codegen, beside the contract.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("../Sending.Nethereum.Tests/Contracts/", import.meta.url));
const input = {
  language: "Solidity",
  sources: { "Probe.sol": { content: readFileSync(folder + "Probe/Probe.sol", "utf8") } },
  settings: {
    evmVersion: "cancun",
    optimizer: { enabled: true, runs: 200 },
    viaIR: true,
    outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
  },
};
const output = JSON.parse(require("solc").compile(JSON.stringify(input)));
const errors = (output.errors ?? []).filter((error) => error.severity === "error");
if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join("\n"));
const probe = output.contracts["Probe.sol"].Probe;
// The namespace must not start with Sending: there "Nethereum" would mean this test project's.
require("nethereum-codegen").generateAllClasses(JSON.stringify(probe.abi), "0x" + probe.evm.bytecode.object, "Probe", "Bindings", folder, 0);
