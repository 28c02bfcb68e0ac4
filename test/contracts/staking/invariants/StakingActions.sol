// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EntryPause} from "../../../../contracts/governance/EntryPause.sol";
import {INodeStaking, Role} from "../../../../contracts/staking/INodeStaking.sol";
import {StakingModel} from "./StakingModel.sol";

/// @title What all actions of a campaign share: who acts, on what, when, and how it must end
/// @notice An action either succeeds or is refused with the error that the model foretells; anything else reverts, which fails the campaign.
abstract contract StakingActions is StakingModel {
    mapping(bytes4 action => uint256) public succeeded;
    mapping(bytes4 action => uint256) public refused;
    /// @notice Node of the newest action.
    address public touched;
    /// @notice Number of actions so far.
    uint256 public acted;

    /// @dev Every action may come at once or a while after the one before it.
    modifier afterWaiting(uint256 wait) {
        acted++;
        pass(waitingTime(wait));
        _;
    }

    /// @notice Does it, or is refused with `refusal` when that is not 0.
    function act(address caller, bytes memory call, bytes4 refusal) internal returns (bytes memory result) {
        bool success;
        vm.prank(caller);
        (success, result) = address(staking).call(call);
        if (success) succeeded[msg.sig]++;
        else refused[msg.sig]++;
        if (refusal == 0 && !success) {
            assembly {
                revert(add(result, 32), mload(result))
            }
        }
        if (refusal != 0) {
            assertFalse(success, "should have been refused");
            assertEq(bytes32(bytes4(result)), bytes32(refusal), "refused with another error");
        }
    }

    function isPaused() internal view returns (bool) {
        return block.timestamp < staking.entriesPausedUntil();
    }

    /// @notice Why an entry at `node` is refused before its amount matters; 0 when it is not.
    function entryRefusal(address node) internal view returns (bytes4) {
        if (isPaused()) return EntryPause.EntriesArePaused.selector;
        return nodes[node].tombstoned ? INodeStaking.NodeTombstoned.selector : bytes4(0);
    }

    function pickAccount(uint256 seed) internal view returns (address) {
        return accounts[seed % accounts.length];
    }

    /// @notice A registered node; there always are some.
    function pickNode(uint256 seed) internal returns (address) {
        for (uint256 i = 0; ; i++) {
            touched = accounts[((seed % roles.length) + i) % roles.length];
            if (nodes[touched].role != Role.None) return touched;
        }
    }

    function pickGuardian(uint256 seed) internal returns (address) {
        for (uint256 i = 0; ; i++) {
            touched = accounts[((seed % roles.length) + i) % roles.length];
            if (nodes[touched].role == Role.Guardian) return touched;
        }
    }

    /// @notice An account with shares at a node; the first node's owner when nobody has any.
    function pickHolder(uint256 seed) internal returns (address node, address account) {
        uint256 pairs = roles.length * accounts.length;
        for (uint256 i = 0; i < pairs; i++) {
            uint256 pair = ((seed % pairs) + i) % pairs;
            (node, account) = (accounts[pair % roles.length], accounts[pair / roles.length]);
            if (holdings[node][account].shares != 0) break;
        }
        touched = node;
    }

    /// @notice From single base units up to `max`, and `max` itself often enough.
    function pickAmount(uint256 seed, uint256 max) internal pure returns (uint256) {
        if (max == 0) return 0;
        uint256 kind = seed % 8;
        if (kind == 0) return bound(seed / 8, 1, max < 1_000 ? max : 1_000);
        if (kind == 1) return bound(seed / 8, 1, max < 1 ether ? max : 1 ether);
        if (kind == 2) return max;
        return bound(seed / 8, 1, max);
    }

    function waitingTime(uint256 seed) private pure returns (uint256) {
        uint256 kind = seed % 8;
        if (kind < 4) return 0;
        if (kind == 4) return 1;
        return
            bound(
                seed / 8,
                1,
                kind == 5
                    ? 1 hours
                    : kind == 6
                        ? 1 days
                        : 5 days
            );
    }
}
