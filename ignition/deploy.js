// Deploys the whole network with Hardhat Ignition, or what of it is not deployed yet, and writes the deployment file.
//
//   node ignition/deploy.js --network devnet --rpc-url http://127.0.0.1:8545 --out deployments/devnet.json
//
// --network     a network of hardhat.config.js, which says with whose keys to deploy; also the name in the deployment file (devnet)
// --rpc-url     where its node listens, when that is not what hardhat.config.js says
// --parameters  values of the modules' parameters (ignition/parameters/<network>.json)
// --journal     directory of what was deployed already; each devnet has its own (ignition/deployments/<network>)
// --out         the deployment file (deployments/<network>.json)
// --handover    take the deployer's rights away as well, for ever; refused before guardians have bonded minTotalGuardianStake. Where the
//               parameters say so ("Handover": {"atDeployment": true}, for development), that is part of every deployment.
// --no-compile  take the artifacts as they are
//
// Progress goes to stderr, the deployment file's text to stdout. Exit code 1 with a message when something fails (2 for wrong options): the next run goes on
// where this one stopped. A development node that was started anew is another chain, so its old journal is thrown away.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  errorDeploymentResultToExceptionMessage,
  HardhatArtifactResolver,
  readDeploymentParameters,
} from "@nomicfoundation/hardhat-ignition/helpers";
import { deploy } from "@nomicfoundation/ignition-core";
import { createPublicClient, custom, formatEther, zeroAddress } from "viem";
import Handover from "./modules/Handover.js";
import Network from "./modules/Network.js";
import { readOptions } from "./options.js";
import { PARAMETERS } from "./protocol.js";

const { values: options } = readOptions({
  options: {
    network: { type: "string", default: "devnet" },
    "rpc-url": { type: "string" },
    parameters: { type: "string" },
    journal: { type: "string" },
    out: { type: "string" },
    handover: { type: "boolean", default: false },
    "no-compile": { type: "boolean", default: false },
  },
});
const root = path.resolve(import.meta.dirname, "..");
const network = options.network;
const journal = path.resolve(options.journal ?? path.join(root, "ignition/deployments", network));
const parametersFile = path.resolve(options.parameters ?? path.join(root, "ignition/parameters", `${network}.json`));
const out = path.resolve(options.out ?? path.join(root, "deployments", `${network}.json`));
const progress = (text) => process.stderr.write(`${text}\n`);

try {
  await run();
} catch (error) {
  progress(`Deployment failed: ${error.message}`);
  process.exitCode = 1;
}

async function run() {
  process.chdir(root);
  const { default: hre } = await import("hardhat");
  if (!options["no-compile"]) await hre.tasks.getTask("build").run({ quiet: true, noTests: true });

  const override = options["rpc-url"] === undefined ? undefined : { url: options["rpc-url"] };
  const connection = await hre.network.create({ network, override });
  const { networkConfig } = connection;
  const provider = patient(connection.provider);
  const chainId = Number(await provider.request({ method: "eth_chainId" }));
  const development = await instanceOf(provider);
  await forgetOtherChain(development);
  const deploymentParameters = await readDeploymentParameters(parametersFile);
  assertFilledIn(deploymentParameters);
  const atOnce = deploymentParameters.Handover?.atDeployment === true;
  if (options.handover && !atOnce) await assertStakeBonded(hre, provider);

  const events = reporter();
  const result = await deploy({
    config: { blockPollingInterval: development === undefined ? 1_000 : 50 },
    provider,
    artifactResolver: new HardhatArtifactResolver(hre.artifacts),
    deploymentDir: journal,
    ignitionModule: options.handover || atOnce ? Handover : Network,
    deploymentParameters,
    accounts: await provider.request({ method: "eth_accounts" }),
    executionEventListener: events.listener,
  });
  if (result.type !== "SUCCESSFUL_DEPLOYMENT") throw new Error(errorDeploymentResultToExceptionMessage(result));
  if (events.count() === 0) progress("Nothing new to deploy.");

  const contracts = Object.entries(Network.results).map(([name, future]) => [name, result.contracts[future.id].address]);
  const deployment = {
    network,
    chainId,
    rpcUrl: options["rpc-url"] ?? (await networkConfig.url.getUrl()),
    deployBlock: await firstBlock(),
    contracts: Object.fromEntries(contracts),
  };
  const text = `${JSON.stringify(deployment, undefined, 2)}\n`;
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, text);
  process.stdout.write(text);
  await connection.close();
}

/** The examples leave addresses for whoever copies them to fill in. */
function assertFilledIn(parameters) {
  for (const [module, values] of Object.entries(parameters)) {
    for (const [name, value] of Object.entries(values)) {
      if (value === zeroAddress) throw new Error(`${parametersFile} has no address in ${module}.${name}`);
    }
  }
}

/** With too little guardian stake no proposal passes, so nobody could act after the handover. */
async function assertStakeBonded(hre, provider) {
  const { contracts } = JSON.parse(await readFile(out, "utf8"));
  const client = createPublicClient({ transport: custom(provider) });
  const read = async (name, functionName, args) => {
    const { abi } = await hre.artifacts.readArtifact(name);
    return client.readContract({ address: contracts[name], abi, functionName, args });
  };
  const { timestamp } = await client.getBlock();
  const bonded = await read("NodeStaking", "getPastTotalSupply", [timestamp - 1n]);
  const needed = await read("ProtocolConfig", "value", [PARAMETERS.indexOf("minTotalGuardianStake")]);
  if (bonded >= needed) return;
  throw new Error(`guardians have bonded ${formatEther(bonded)} SEND; the handover needs ${formatEther(needed)} SEND`);
}

/**
 * Ignition sends exactly the gas that it estimated, which is too little when the next block's time takes another branch. And a connection that
 * was kept open may have been closed by the node: what could not be asked is asked once more. Transactions name their nonce, so none counts twice.
 */
function patient(provider) {
  const ask = (call) =>
    provider.request(call).catch((error) => {
      if (!/Failed to make POST request/.test(error.message)) throw error;
      return provider.request(call);
    });
  const request = async (call) => {
    const result = await ask(call);
    return call.method === "eth_estimateGas" ? `0x${((BigInt(result) * 5n) / 4n).toString(16)}` : result;
  };
  return { request };
}

/** A development node has an identity of its own beside its chain id; undefined for others. */
async function instanceOf(provider) {
  try {
    return (await provider.request({ method: "hardhat_metadata" })).instanceId;
  } catch {
    return undefined;
  }
}

/** A journal of another development node is worthless. */
async function forgetOtherChain(instance) {
  if (instance === undefined) return;
  const file = path.join(journal, "instance");
  const known = existsSync(file) ? await readFile(file, "utf8") : undefined;
  if (known === instance) return;
  await rm(journal, { recursive: true, force: true });
  await mkdir(journal, { recursive: true });
  await writeFile(file, instance);
}

/** The first block that holds a transaction of this deployment, whichever run sent it. */
async function firstBlock() {
  const lines = (await readFile(path.join(journal, "journal.jsonl"), "utf8")).split("\n");
  const blocks = lines.filter((line) => line.includes('"blockNumber"')).map((line) => JSON.parse(line).receipt?.blockNumber);
  return Math.min(...blocks.filter(Number.isInteger));
}

/** Says what is deployed, and counts it; Ignition asks for a listener that has every method. */
function reporter() {
  let count = 0;
  const say = (verb) => ({ futureId }) => {
    count++;
    progress(`${verb} ${futureId}`);
  };
  const said = { deploymentExecutionStateComplete: say("deployed"), callExecutionStateComplete: say("called") };
  return { count: () => count, listener: new Proxy(said, { get: (target, name) => target[name] ?? (() => {}) }) };
}
