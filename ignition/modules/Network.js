import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { toFunctionSelector } from "viem/utils";
import { LISTENERS, ROLES, SETTLED } from "../roles.js";
import Contracts from "./Contracts.js";

/** The whole network: the contracts know each other, and everybody has his roles. The deployer keeps ADMIN until the handover. */
export default buildModule("Network", (m) => {
  const contracts = m.useModule(Contracts);
  const { AccessManager, NodeStaking, ProtocolConfig, RewardPool, WorkProofs } = contracts;
  const parties = { ...contracts, council: m.getParameter("council") };

  const wired = LISTENERS.map((name) => m.call(ProtocolConfig, "addListener", [contracts[name]], { id: `${name}Listens` }));
  for (const name of SETTLED) wired.push(m.call(contracts[name], "setRewardPool", [RewardPool], { id: `${name}Settled` }));
  wired.push(m.call(NodeStaking, "setWorkProofs", [WorkProofs]));

  const calls = [];
  const order = (id, name, args) => calls.push(m.encodeFunctionCall(AccessManager, name, args, { id }));
  for (const [role, { id, members, delay, functions }] of Object.entries(ROLES)) {
    if (id !== 0n) order(`${role}Label`, "labelRole", [id, role]);
    for (const [name, signatures] of Object.entries(functions)) {
      order(`${role}Of${name}`, "setTargetFunctionRole", [contracts[name], signatures.map((text) => toFunctionSelector(text)), id]);
    }
    const seconds = delay === undefined ? 0 : m.getParameter(delay);
    for (const member of members) order(`${role}For${member}`, "grantRole", [id, parties[member], seconds]);
  }
  m.call(AccessManager, "multicall", [calls], { id: "Roles", after: wired });
  return contracts;
});
