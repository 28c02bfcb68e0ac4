import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import Governance from "./Governance.js";
import Governor from "./Governor.js";
import Identity from "./Identity.js";
import Rewards from "./Rewards.js";
import Staking from "./Staking.js";
import Token from "./Token.js";
import Work from "./Work.js";

/** All contracts; the names of its results are those of the deployment file. */
export default buildModule("Contracts", (m) => ({
  ...m.useModule(Token),
  ...m.useModule(Governance),
  ...m.useModule(Staking),
  ...m.useModule(Identity),
  ...m.useModule(Work),
  ...m.useModule(Rewards),
  ...m.useModule(Governor),
}));
