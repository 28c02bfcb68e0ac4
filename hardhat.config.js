import { createRequire } from "node:module";
import hardhatIgnition from "@nomicfoundation/hardhat-ignition";
import { configVariable, defineConfig } from "hardhat/config";

const require = createRequire(import.meta.url);
const number = (name, fallback) => Number(process.env[name] ?? fallback);

const solidity = {
  version: "0.8.37",
  path: require.resolve("solc/soljson.js"),
  settings: {
    // The hash of the metadata hangs on which files are compiled together; without it the same source gives the same bytecode.
    metadata: { bytecodeHash: "none" },
    evmVersion: "cancun",
    optimizer: { enabled: true, runs: 200 },
    outputSelection: { "*": { "*": ["storageLayout"] } },
  },
};

export default defineConfig({
  plugins: [hardhatIgnition],
  solidity: {
    profiles: { default: solidity, production: solidity },
    npmFilesToBuild: [
      "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol",
      "@openzeppelin/contracts/access/manager/AccessManager.sol",
    ],
  },
  paths: { tests: { solidity: "./test/contracts" } },
  networks: {
    // The chain clock stays within a second of the real one: a block a second, and several blocks may share one.
    node: {
      type: "edr-simulated",
      chainType: "l1",
      allowBlocksWithSameTimestamp: true,
      mining: { auto: true, interval: 1000 },
      throwOnTransactionFailures: false,
    },
    devnet: { type: "http", chainType: "l1", url: process.env.SENDING_RPC_URL ?? "http://127.0.0.1:8545" },
    // Public test networks: whose key deploys is said by the environment alone; of any other than Linea's, where its node is too.
    "linea-sepolia": {
      type: "http",
      chainType: "generic",
      chainId: 59141,
      url: "https://rpc.sepolia.linea.build",
      accounts: [configVariable("SENDING_TESTNET_DEPLOYER_KEY")],
    },
    testnet: {
      type: "http",
      chainType: "l1",
      url: configVariable("SENDING_TESTNET_RPC_URL"),
      accounts: [configVariable("SENDING_TESTNET_DEPLOYER_KEY")],
    },
  },
  test: {
    solidity: {
      fsPermissions: { readDirectory: ["test/vectors"] },
      fuzz: { runs: number("FUZZ_RUNS", 512), seed: process.env.FUZZ_SEED },
      invariant: {
        runs: number("INVARIANT_RUNS", 256),
        depth: number("INVARIANT_DEPTH", 100),
        failOnRevert: true,
        failurePersistDir: "cache/invariant-failures",
      },
    },
  },
});
