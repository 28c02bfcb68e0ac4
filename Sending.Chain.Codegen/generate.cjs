// Runs Nethereum's generator: node generate.cjs <output folder> <namespace> <name=artifact.json> ...
const { readFileSync } = require("node:fs");
const { generateAllClasses } = require("nethereum-codegen");

const CSHARP = 0;
const [output, namespace, ...contracts] = process.argv.slice(2);
for (const contract of contracts) {
  const [name, artifact] = contract.split("=");
  const { abi, bytecode } = JSON.parse(readFileSync(artifact, "utf8"));
  generateAllClasses(JSON.stringify(abi), bytecode, name, namespace, output, CSHARP);
}
