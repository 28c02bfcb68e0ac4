import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import Governance from "./Governance.js";
import Token from "./Token.js";
import { behindProxy } from "./proxy.js";

/** Nodes and their stake. */
export default buildModule("Staking", (m) => {
  const { SendToken } = m.useModule(Token);
  const { AccessManager, ProtocolConfig } = m.useModule(Governance);
  const NodeStaking = behindProxy(m, "NodeStaking", {
    constructorArgs: [SendToken, ProtocolConfig],
    initializeArgs: [AccessManager],
  });
  return { NodeStaking };
});
