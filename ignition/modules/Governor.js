import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import Governance from "./Governance.js";
import Staking from "./Staking.js";

/** Governance by guardians. What it may do is in Roles; every decision waits at least as long as one about parameters. */
export default buildModule("Governor", (m) => {
  const { AccessManager, ProtocolConfig } = m.useModule(Governance);
  const { NodeStaking } = m.useModule(Staking);
  const settings = {
    votingDelay: m.getParameter("votingDelay"),
    votingPeriod: m.getParameter("votingPeriod"),
    lateQuorumExtension: m.getParameter("lateQuorumExtension"),
    quorum: m.getParameter("quorum"),
    proposalThreshold: m.getParameter("proposalThreshold"),
    baseDelay: m.getParameter("parametersDelay"),
  };
  return { SendGovernor: m.contract("SendGovernor", [NodeStaking, ProtocolConfig, AccessManager, settings]) };
});
