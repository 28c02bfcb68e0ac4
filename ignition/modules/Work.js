import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import Governance from "./Governance.js";
import Identity from "./Identity.js";
import Staking from "./Staking.js";
import Token from "./Token.js";
import { behindProxy } from "./proxy.js";

/** Prepaid credit, and the work that is paid with it. */
export default buildModule("Work", (m) => {
  const { SendToken } = m.useModule(Token);
  const { AccessManager, ProtocolConfig } = m.useModule(Governance);
  const { NodeStaking } = m.useModule(Staking);
  const { DidRegistry } = m.useModule(Identity);
  const RelayCredit = behindProxy(m, "RelayCredit", {
    constructorArgs: [SendToken, ProtocolConfig],
    initializeArgs: [AccessManager],
  });
  const WorkProofs = behindProxy(m, "WorkProofs", {
    constructorArgs: [SendToken, NodeStaking, DidRegistry, ProtocolConfig],
    initializeArgs: [AccessManager],
  });
  return { RelayCredit, WorkProofs };
});
