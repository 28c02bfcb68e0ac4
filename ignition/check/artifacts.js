import { readFile } from "node:fs/promises";
import path from "node:path";

const SOURCES = {
  SendToken: "contracts/token",
  AccessManager: "@openzeppelin/contracts/access/manager",
  ProtocolConfig: "contracts/governance",
  NodeStaking: "contracts/staking",
  DidRegistry: "contracts/identity",
  RelayCredit: "contracts/work",
  WorkProofs: "contracts/work",
  RewardPool: "contracts/rewards",
  SendGovernor: "contracts/governance",
  ERC1967Proxy: "@openzeppelin/contracts/proxy/ERC1967",
};

/** What the compiler made of each contract, by name. */
export async function loadArtifacts(root) {
  const read = async ([name, folder]) => {
    const file = path.join(root, "artifacts", folder, `${name}.sol`, `${name}.json`);
    return [name, JSON.parse(await readFile(file, "utf8"))];
  };
  return Object.fromEntries(await Promise.all(Object.entries(SOURCES).map(read)));
}
