// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {TokenTest} from "./TokenTest.sol";

/// @title Base of tests that need a configuration behind its proxy, with the default values of a real network
abstract contract ConfigTest is TokenTest {
    uint256 internal constant GENESIS = 1_800_000_000;

    function realClock() internal pure returns (IProtocolConfig.Clock memory) {
        return IProtocolConfig.Clock(uint40(GENESIS), 1 days, 2 hours, 4 hours, 8 hours, 12 hours, 12 hours, 6);
    }

    function devnetClock() internal pure returns (IProtocolConfig.Clock memory) {
        return IProtocolConfig.Clock(uint40(GENESIS), 60, 10, 20, 30, 40, 15, 4);
    }

    function allParameters() internal pure returns (Parameter[] memory parameters) {
        parameters = new Parameter[](uint256(type(Parameter).max) + 1);
        for (uint256 i = 0; i < parameters.length; i++) parameters[i] = Parameter(i);
    }

    function realValues() internal pure returns (uint256[] memory values) {
        values = new uint256[](uint256(type(Parameter).max) + 1);
        values[uint256(Parameter.MinStakeEdge)] = 10_000 ether;
        values[uint256(Parameter.MinStakeGuardian)] = 100_000 ether;
        values[uint256(Parameter.MinStakeWatchDog)] = 1_000 ether;
        values[uint256(Parameter.MaxDelegationRatio)] = 4;
        values[uint256(Parameter.UnbondingPeriod)] = 14 days;
        values[uint256(Parameter.RewardRelease)] = 7 days;
        values[uint256(Parameter.MaxCommission)] = 3_000;
        values[uint256(Parameter.MaxCommissionStep)] = 500;
        values[uint256(Parameter.CommissionRiseDelay)] = 7 days;
        values[uint256(Parameter.ReporterShare)] = 1_000;
        values[uint256(Parameter.InactivityEpochs)] = 5;
        values[uint256(Parameter.FeePerUnit)] = 953_674_316_406;
        values[uint256(Parameter.UnitsPerStakedToken)] = 104_857;
        values[uint256(Parameter.ChallengeBond)] = 50 ether;
        values[uint256(Parameter.WorkSlash)] = 1_000;
        values[uint256(Parameter.MinDeposit)] = 1 ether;
        values[uint256(Parameter.Cut)] = 1_000;
        values[uint256(Parameter.SubsidyCap)] = 5_000;
        values[uint256(Parameter.EmissionRate)] = 950;
        values[uint256(Parameter.EdgePart)] = 5_000;
        values[uint256(Parameter.GuardianPart)] = 4_000;
        values[uint256(Parameter.WatchDogPart)] = 1_000;
        values[uint256(Parameter.GuardianYieldCap)] = 500;
        values[uint256(Parameter.EquivocationSlash)] = 3_000;
        values[uint256(Parameter.MinSigners)] = 4;
        values[uint256(Parameter.MinTotalGuardianStake)] = 1_000_000 ether;
    }

    function devnetValues() internal pure returns (uint256[] memory values) {
        values = realValues();
        values[uint256(Parameter.UnbondingPeriod)] = 600;
        values[uint256(Parameter.RewardRelease)] = 60;
        values[uint256(Parameter.CommissionRiseDelay)] = 120;
        values[uint256(Parameter.InactivityEpochs)] = 3;
        values[uint256(Parameter.FeePerUnit)] = 1e15;
        values[uint256(Parameter.UnitsPerStakedToken)] = 100;
        values[uint256(Parameter.MinSigners)] = 1;
        values[uint256(Parameter.MinTotalGuardianStake)] = 100_000 ether;
    }

    function deployConfig(
        AccessManager manager,
        IProtocolConfig.Clock memory clock,
        Parameter[] memory parameters,
        uint256[] memory values
    ) internal returns (ProtocolConfig) {
        return deployConfig(address(new ProtocolConfig()), manager, clock, parameters, values);
    }

    function deployConfig(
        address implementation,
        AccessManager manager,
        IProtocolConfig.Clock memory clock,
        Parameter[] memory parameters,
        uint256[] memory values
    ) internal returns (ProtocolConfig) {
        bytes memory call = abi.encodeCall(ProtocolConfig.initialize, (address(manager), clock, parameters, values));
        return ProtocolConfig(address(new ERC1967Proxy(implementation, call)));
    }

    /// @notice Sets one parameter as the caller that `vm.prank` or this contract is.
    function setParameter(ProtocolConfig config, Parameter parameter, uint256 newValue) internal {
        (Parameter[] memory parameters, uint256[] memory values) = single(parameter, newValue);
        config.setParameters(parameters, values);
    }

    function single(Parameter parameter, uint256 newValue) internal pure returns (Parameter[] memory parameters, uint256[] memory values) {
        parameters = new Parameter[](1);
        values = new uint256[](1);
        parameters[0] = parameter;
        values[0] = newValue;
    }
}
