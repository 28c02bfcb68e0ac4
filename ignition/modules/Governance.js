import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { behindProxy } from "./proxy.js";

/** In the order of the enum `Parameter`; the names are those of the parameter file. */
const PARAMETERS = [
  "minStakeEdge",
  "minStakeGuardian",
  "minStakeWatchDog",
  "maxDelegationRatio",
  "unbondingPeriod",
  "rewardRelease",
  "maxCommission",
  "maxCommissionStep",
  "commissionRiseDelay",
  "reporterShare",
  "inactivityEpochs",
];

const CLOCK = ["genesis", "epochDuration", "w1", "w2", "w3", "w4", "settlementDelay", "maxLag"];

/** Who may do what (the deployer, until there is a governor to hand over to), the epoch clock and the parameters. */
export default buildModule("Governance", (m) => {
  const AccessManager = m.contract("AccessManager", [m.getAccount(0)]);
  const clock = Object.fromEntries(CLOCK.map((name) => [name, m.getParameter(name)]));
  const values = PARAMETERS.map((name) => m.getParameter(name));
  const ProtocolConfig = behindProxy(m, "ProtocolConfig", {
    initializeArgs: [AccessManager, clock, PARAMETERS.map((_, number) => number), values],
  });
  return { AccessManager, ProtocolConfig };
});
