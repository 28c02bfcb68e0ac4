// Who may do what, and after what delay: the one table that the deployment makes and `npm run check-deployment` compares with.
// A function that asks for a role and is not here would be left to ADMIN; `check-deployment` refuses that.

/** Of every contract behind a proxy. */
const UPGRADE = "upgradeToAndCall(address,bytes)";
const PAUSE = ["pauseEntries(uint256)", "unpauseEntries()"];
const SET_POOL = "setRewardPool(address)";

/**
 * `members` are contracts of the deployment; "council" is the address that the parameter file names. `delay` names the member's delay in
 * the parameter file; without one there is none. `functions` by contract; ADMIN's are those of the AccessManager itself:
 * roles, delays, and which functions they allow.
 */
export const ROLES = {
  ADMIN: { id: 0n, members: ["SendGovernor"], delay: "upgradesDelay", functions: {} },
  PARAMETERS: {
    id: 1n,
    members: ["SendGovernor"],
    delay: "parametersDelay",
    functions: { ProtocolConfig: ["setParameters(uint8[],uint256[])"] },
  },
  UPGRADES: {
    id: 2n,
    members: ["SendGovernor"],
    delay: "upgradesDelay",
    functions: {
      ProtocolConfig: [UPGRADE, "addListener(address)", "removeListener(address)"],
      NodeStaking: [UPGRADE, SET_POOL, "setWorkProofs(address)"],
      RelayCredit: [UPGRADE, SET_POOL],
      WorkProofs: [UPGRADE],
      RewardPool: [UPGRADE],
    },
  },
  COUNCIL: {
    id: 3n,
    members: ["council"],
    functions: { NodeStaking: PAUSE, RelayCredit: PAUSE, RewardPool: ["cancelSettlement(uint256)"] },
  },
};

/** Who is told of changes of parameters. */
export const LISTENERS = ["NodeStaking", "RelayCredit", "WorkProofs", "RewardPool"];

/** Whose charges and rewards the RewardPool settles. */
export const SETTLED = ["NodeStaking", "RelayCredit"];

/** What asks for no role, but is bound to contracts by their address: who may call it. */
export const BOUND = {
  NodeStaking: {
    depositRewards: ["RewardPool"],
    distribute: ["RewardPool"],
    payFundOwed: ["RewardPool"],
    slash: ["RewardPool", "WorkProofs"],
    recordReveal: ["WorkProofs"],
  },
  RelayCredit: { collect: ["RewardPool"] },
};
