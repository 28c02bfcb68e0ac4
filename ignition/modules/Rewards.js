import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import Governance from "./Governance.js";
import Staking from "./Staking.js";
import Token from "./Token.js";
import Work from "./Work.js";
import { behindProxy } from "./proxy.js";

/** The reward pool with its fund, `endowment` of the supply; the rest of it goes to `treasury` (the deployer unless given). */
export default buildModule("Rewards", (m) => {
  const { SendToken } = m.useModule(Token);
  const { AccessManager, ProtocolConfig } = m.useModule(Governance);
  const { NodeStaking } = m.useModule(Staking);
  const { RelayCredit, WorkProofs } = m.useModule(Work);
  const deployer = m.getAccount(0);
  const endowment = m.getParameter("endowment");
  const RewardPool = behindProxy(m, "RewardPool", {
    constructorArgs: [SendToken, NodeStaking, RelayCredit, WorkProofs, ProtocolConfig],
    initializeArgs: [AccessManager, deployer, endowment],
  });
  const approval = m.call(SendToken, "approve", [RewardPool, endowment]);
  const endowed = m.call(RewardPool, "endow", [], { after: [approval] });
  const rest = m.staticCall(SendToken, "balanceOf", [deployer], 0, { after: [endowed] });
  m.call(SendToken, "transfer", [m.getParameter("treasury", deployer), rest]);
  return { RewardPool };
});
