import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import Network from "./Network.js";

/** The deployer gives his rights up; from here on the governor alone decides. */
export default buildModule("Handover", (m) => {
  const contracts = m.useModule(Network);
  m.call(contracts.AccessManager, "renounceRole", [0n, m.getAccount(0)], { after: [Network] });
  return contracts;
});
