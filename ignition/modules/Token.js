import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** SEND, whose whole supply goes to `treasury` (the deployer unless given). */
export default buildModule("Token", (m) => {
  const treasury = m.getParameter("treasury", m.getAccount(0));
  return { SendToken: m.contract("SendToken", [treasury]) };
});
