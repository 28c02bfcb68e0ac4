import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Decentralized identifiers; nobody's to change. */
export default buildModule("Identity", (m) => ({ DidRegistry: m.contract("DidRegistry") }));
