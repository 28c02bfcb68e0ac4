// The parameter file's names of what ProtocolConfig is initialised with, in the contract's order.

/** As the enum `Parameter`. */
export const PARAMETERS = [
  "minStakeEdge",
  "minStakeGuardian",
  "minStakeWatchDog",
  "maxDelegationRatio",
  "unbondingPeriod",
  "rewardRelease",
  "maxCommission",
  "maxCommissionStep",
  "commissionRiseDelay",
  "reporterShare",
  "inactivityEpochs",
  "feePerUnit",
  "unitsPerStakedToken",
  "challengeBond",
  "workSlash",
  "minDeposit",
  "cut",
  "subsidyCap",
  "emissionRate",
  "edgePart",
  "guardianPart",
  "watchDogPart",
  "guardianYieldCap",
  "equivocationSlash",
  "minSigners",
  "minTotalGuardianStake",
];

/** As the struct `Clock`. */
export const CLOCK = ["genesis", "epochDuration", "w1", "w2", "w3", "w4", "settlementDelay", "maxLag"];
