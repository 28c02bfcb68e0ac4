import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { CLOCK, PARAMETERS } from "../protocol.js";
import { behindProxy } from "./proxy.js";

/** Who may do what (the deployer, until the handover), the epoch clock and the parameters. */
export default buildModule("Governance", (m) => {
  const AccessManager = m.contract("AccessManager", [m.getAccount(0)]);
  const clock = Object.fromEntries(CLOCK.map((name) => [name, m.getParameter(name)]));
  const values = PARAMETERS.map((name) => m.getParameter(name));
  const ProtocolConfig = behindProxy(m, "ProtocolConfig", {
    initializeArgs: [AccessManager, clock, PARAMETERS.map((_, number) => number), values],
  });
  return { AccessManager, ProtocolConfig };
});
