import { isAddressEqual } from "viem";
import { LISTENERS, SETTLED } from "../roles.js";

/** Which contract each contract knows by which name. */
const KNOWN = {
  ProtocolConfig: { authority: "AccessManager" },
  NodeStaking: { authority: "AccessManager", token: "SendToken", config: "ProtocolConfig", workProofs: "WorkProofs" },
  RelayCredit: { authority: "AccessManager", token: "SendToken", config: "ProtocolConfig" },
  WorkProofs: { authority: "AccessManager", token: "SendToken", staking: "NodeStaking", registry: "DidRegistry", config: "ProtocolConfig" },
  RewardPool: {
    authority: "AccessManager",
    token: "SendToken",
    staking: "NodeStaking",
    credit: "RelayCredit",
    work: "WorkProofs",
    config: "ProtocolConfig",
  },
  SendGovernor: { accessManager: "AccessManager", token: "NodeStaking", config: "ProtocolConfig" },
};

/** Whether the contracts know each other, and nobody else. */
export async function checkWiring({ deployment, parameters, report, read }) {
  report.section("Contracts know each other");
  const { contracts } = deployment;
  const nameOf = (address) => Object.keys(contracts).find((name) => isAddressEqual(contracts[name], address)) ?? address;
  const check = async (name, getter, expected) => {
    const known = nameOf(await read(name, getter));
    report.check(known === expected, `${name}.${getter} is ${expected}`, `it is ${known}`);
  };
  for (const [name, getters] of Object.entries(KNOWN)) {
    for (const [getter, expected] of Object.entries(getters)) await check(name, getter, expected);
  }
  for (const name of SETTLED) await check(name, "rewardPool", "RewardPool");

  const listeners = (await read("ProtocolConfig", "listeners")).map(nameOf).sort();
  const expected = [...LISTENERS].sort().join(", ");
  report.check(listeners.join(", ") === expected, `${expected} listen to changes of parameters`, `${listeners.join(", ")} do`);
  const contributed = await read("RewardPool", "contributed");
  const endowment = BigInt(String(parameters.Rewards.endowment).replace(/n$/, ""));
  report.check(contributed >= endowment, "RewardPool has its endowment", `only ${contributed} of ${endowment} came in`);
}
