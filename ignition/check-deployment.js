// Reads a deployed network and says, line by line, whether it is what this repository says: code, addresses, roles, parameters.
//
//   npm run check-deployment -- devnet
//
// <network>     names the files below (devnet)
// --deployment  the deployment file (deployments/<network>.json)
// --parameters  what it was deployed with (ignition/parameters/<network>.json)
// --rpc-url     where a node listens, when that is not what the deployment file says
// --governed    governance has changed parameters or settings since: what differs is told, and need only be within its bounds
//
// Compiles the contracts first (--no-compile: takes the artifacts as they are). Exit code 0 when all is as it should be, 1 when something is
// not, 2 for wrong options.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { createPublicClient, http } from "viem";
import { checkCode } from "./check/code.js";
import { loadArtifacts } from "./check/artifacts.js";
import { checkProtocol } from "./check/protocol.js";
import { checkRoles } from "./check/roles.js";
import { checkWiring } from "./check/wiring.js";
import { readOptions } from "./options.js";

const root = path.resolve(import.meta.dirname, "..");

const { values: options, positionals } = readOptions({
  allowPositionals: true,
  options: {
    deployment: { type: "string" },
    parameters: { type: "string" },
    "rpc-url": { type: "string" },
    governed: { type: "boolean", default: false },
    "no-compile": { type: "boolean", default: false },
  },
});

/** Prints what was found; remembers whether something was wrong. */
class Report {
  failures = 0;

  section(title) {
    console.log(`\n${title}`);
  }

  check(right, what, wrong = "") {
    if (!right) this.failures++;
    console.log(right ? `  ok    ${what}` : `  WRONG ${what}${wrong === "" ? "" : `: ${wrong}`}`);
    return right;
  }

  note(text) {
    console.log(`  note  ${text}`);
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(`The deployment could not be checked: ${error.shortMessage ?? error.message}`);
  process.exitCode = 1;
}

async function run() {
  const network = positionals[0] ?? "devnet";
  const deployment = await readJson(options.deployment ?? path.join(root, "deployments", `${network}.json`), "deployment");
  const parameters = await readJson(options.parameters ?? path.join(root, "ignition/parameters", `${network}.json`), "parameters");
  const client = createPublicClient({ transport: http(options["rpc-url"] ?? deployment.rpcUrl) });
  if (!options["no-compile"]) await compile();
  const artifacts = await loadArtifacts(root);

  const report = new Report();
  const context = { root, deployment, parameters, client, artifacts, report, governed: options.governed, read: reader(client, deployment, artifacts) };

  report.section(`Chain of ${deployment.network}`);
  const chainId = await client.getChainId();
  if (!report.check(chainId === deployment.chainId, `chain ${deployment.chainId}`, `the node is of chain ${chainId}`)) return 1;
  await checkCode(context);
  if (report.failures === 0) {
    await checkWiring(context);
    await checkRoles(context);
    await checkProtocol(context);
  }
  console.log(report.failures === 0 ? "\nAll is as it should be." : `\n${report.failures} wrong.`);
  return report.failures === 0 ? 0 : 1;
}

/** Calls a view of a contract of the deployment. */
function reader(client, deployment, artifacts) {
  return (contract, functionName, ...args) =>
    client.readContract({ address: deployment.contracts[contract], abi: artifacts[contract].abi, functionName, args });
}

async function readJson(file, option) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") throw new Error(`there is no ${file}; deploy the network first, or name the file with --${option}`);
    throw new Error(`${file}: ${error.message}`);
  }
}

async function compile() {
  const cli = path.join(root, "node_modules/hardhat/dist/src/cli.js");
  await promisify(execFile)(process.execPath, [cli, "build", "--quiet", "--no-tests"], { cwd: root });
}
