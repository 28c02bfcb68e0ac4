// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TypedDataDomain} from "../../../contracts/common/TypedDataDomain.sol";

/// @title A contract that does nothing but have a domain
abstract contract PlainDomain is TypedDataDomain {
    function separator() external view returns (bytes32) {
        return _domainSeparator();
    }

    function hashTypedData(bytes32 structHash) external view returns (bytes32) {
        return _hashTypedData(structHash);
    }
}

contract WorkDomain is PlainDomain {
    function _domainName() internal pure override returns (string memory) {
        return "SendingWork";
    }
}

contract RewardsDomain is PlainDomain {
    function _domainName() internal pure override returns (string memory) {
        return "SendingRewards";
    }
}
