import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import Governance from "./Governance.js";
import Staking from "./Staking.js";
import Token from "./Token.js";

/** The whole network; the names of its results are those of the deployment file. */
export default buildModule("Network", (m) => ({
  ...m.useModule(Token),
  ...m.useModule(Governance),
  ...m.useModule(Staking),
}));
