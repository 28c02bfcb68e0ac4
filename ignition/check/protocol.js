import { CLOCK, PARAMETERS } from "../protocol.js";

const SETTINGS = {
  votingDelay: "votingDelay",
  votingPeriod: "votingPeriod",
  lateQuorumVoteExtension: "lateQuorumExtension",
  quorumNumerator: "quorum",
  proposalThreshold: "proposalThreshold",
};

/** Whether clock, parameters and the governor's settings are those of the parameter file, or as governance may have changed them. */
export async function checkProtocol(context) {
  const { parameters, report, read, governed } = context;
  report.section("Clock");
  const clock = await read("ProtocolConfig", "clockParameters");
  for (const name of CLOCK) {
    const expected = numberOf(parameters.Governance[name]);
    const atDeployment = name === "genesis" && expected === 0n;
    report.check(atDeployment || BigInt(clock[name]) === expected, `${name} ${clock[name]}`, `${expected} was asked for`);
  }

  report.section("Parameters");
  const epoch = await nextEpoch(context);
  for (const [index, name] of PARAMETERS.entries()) {
    const expected = numberOf(parameters.Governance[name]);
    const [min, max] = await read("ProtocolConfig", "bounds", index);
    const value = await read("ProtocolConfig", "valueAt", index, epoch);
    compare(report, name, value, expected, governed);
    if (value < min || value > max) report.check(false, `${name} is within ${min} to ${max}`, `it is ${value}`);
  }

  report.section("Governor");
  for (const [getter, name] of Object.entries(SETTINGS)) {
    compare(report, name, BigInt(await read("SendGovernor", getter)), numberOf(parameters.Governor[name]), governed);
  }
  compare(report, "baseDelay", BigInt(await read("SendGovernor", "baseDelaySeconds")), numberOf(parameters.$global.parametersDelay), governed);
  const unbonding = await read("ProtocolConfig", "valueAt", PARAMETERS.indexOf("unbondingPeriod"), epoch);
  const upgrades = numberOf(parameters.$global.upgradesDelay);
  report.check(upgrades > unbonding, "upgrades wait longer than unbonding", `${upgrades} s are not more than ${unbonding} s`);
}

function compare(report, name, value, expected, governed) {
  if (value !== expected && governed) report.note(`${name} is ${value}; it was deployed with ${expected}`);
  else report.check(value === expected, `${name} ${value}`, `${expected} was asked for; if governance decided otherwise, pass --governed`);
}

/** What was decided by now is in force in the next epoch at the latest. */
async function nextEpoch({ client, read }) {
  const { timestamp } = await client.getBlock();
  return timestamp < (await read("ProtocolConfig", "genesis")) ? 0n : (await read("ProtocolConfig", "epochAt", timestamp)) + 1n;
}

/** Ignition's parameter files write large numbers as texts that end in n. */
function numberOf(value) {
  return BigInt(String(value).replace(/n$/, ""));
}
