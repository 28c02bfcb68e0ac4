import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** SEND, whose whole supply the deployer gets, to hand it on: see Rewards. */
export default buildModule("Token", (m) => ({ SendToken: m.contract("SendToken", [m.getAccount(0)]) }));
