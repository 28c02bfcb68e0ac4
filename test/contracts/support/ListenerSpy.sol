// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IParameterListener, IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";

/// @title A listener that notes how often it was told, and what it then read of the next epoch
contract ListenerSpy is IParameterListener {
    IProtocolConfig private immutable config;
    uint256 public told;
    uint256 public unbondingSeen;

    constructor(IProtocolConfig config_) {
        config = config_;
    }

    function syncParameters() external {
        told++;
        unbondingSeen = config.valueAt(Parameter.UnbondingPeriod, type(uint256).max);
    }
}
