// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter, ParameterGroup} from "./IProtocolConfig.sol";

/// @title Where in its group's word a parameter is
/// @notice A word has 208 bits. Its readers know the layout too: `Limits` (Staking), `WorkTerms` (Work), `SettlementTerms` (Settlement).
library ParameterLayout {
    struct Field {
        ParameterGroup group;
        uint256 offset;
        uint256 width;
        /// The word holds the value divided by this.
        uint256 unit;
    }

    /// @dev Of amounts of whole tokens: a millionth of a SEND.
    uint256 internal constant MICRO = 1e12;

    function fieldOf(Parameter parameter) internal pure returns (Field memory) {
        if (parameter <= Parameter.RewardRelease) return _staking(parameter);
        if (parameter <= Parameter.InactivityEpochs) return _conduct(parameter);
        if (parameter <= Parameter.MinDeposit) return _work(parameter);
        return _settlement(parameter);
    }

    function read(Field memory field, uint256 word) internal pure returns (uint256) {
        return ((word >> field.offset) & _mask(field)) * field.unit;
    }

    function write(Field memory field, uint256 word, uint256 value) internal pure returns (uint256) {
        return (word & ~(_mask(field) << field.offset)) | ((value / field.unit) << field.offset);
    }

    function _mask(Field memory field) private pure returns (uint256) {
        return (1 << field.width) - 1;
    }

    function _staking(Parameter parameter) private pure returns (Field memory) {
        if (parameter == Parameter.UnbondingPeriod) return Field(ParameterGroup.Staking, 0, 32, 1);
        if (parameter == Parameter.MaxDelegationRatio) return Field(ParameterGroup.Staking, 32, 8, 1);
        if (parameter == Parameter.RewardRelease) return Field(ParameterGroup.Staking, 40, 32, 1);
        return Field(ParameterGroup.Staking, 72 + 44 * uint256(parameter), 44, MICRO); // the three minimum stakes
    }

    function _conduct(Parameter parameter) private pure returns (Field memory) {
        if (parameter == Parameter.MaxCommission) return Field(ParameterGroup.Conduct, 0, 14, 1);
        if (parameter == Parameter.MaxCommissionStep) return Field(ParameterGroup.Conduct, 14, 14, 1);
        if (parameter == Parameter.CommissionRiseDelay) return Field(ParameterGroup.Conduct, 28, 32, 1);
        if (parameter == Parameter.ReporterShare) return Field(ParameterGroup.Conduct, 60, 14, 1);
        return Field(ParameterGroup.Conduct, 74, 16, 1); // InactivityEpochs
    }

    function _work(Parameter parameter) private pure returns (Field memory) {
        if (parameter == Parameter.FeePerUnit) return Field(ParameterGroup.Work, 0, 64, 1);
        if (parameter == Parameter.UnitsPerStakedToken) return Field(ParameterGroup.Work, 64, 32, 1);
        if (parameter == Parameter.ChallengeBond) return Field(ParameterGroup.Work, 96, 44, MICRO);
        if (parameter == Parameter.MinDeposit) return Field(ParameterGroup.Work, 140, 44, MICRO);
        return Field(ParameterGroup.Work, 184, 14, 1); // WorkSlash
    }

    function _settlement(Parameter parameter) private pure returns (Field memory) {
        if (parameter == Parameter.Cut) return Field(ParameterGroup.Settlement, 0, 14, 1);
        if (parameter == Parameter.SubsidyCap) return Field(ParameterGroup.Settlement, 14, 14, 1);
        if (parameter == Parameter.EmissionRate) return Field(ParameterGroup.Settlement, 28, 20, 1);
        if (parameter == Parameter.EdgePart) return Field(ParameterGroup.Settlement, 48, 14, 1);
        if (parameter == Parameter.GuardianPart) return Field(ParameterGroup.Settlement, 62, 14, 1);
        if (parameter == Parameter.WatchDogPart) return Field(ParameterGroup.Settlement, 76, 14, 1);
        if (parameter == Parameter.GuardianYieldCap) return Field(ParameterGroup.Settlement, 90, 20, 1);
        if (parameter == Parameter.EquivocationSlash) return Field(ParameterGroup.Settlement, 110, 14, 1);
        if (parameter == Parameter.MinSigners) return Field(ParameterGroup.Settlement, 124, 16, 1);
        return Field(ParameterGroup.Settlement, 140, 52, MICRO); // MinTotalGuardianStake
    }
}
