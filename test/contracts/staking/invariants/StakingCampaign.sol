// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {INodeStaking, Role} from "../../../../contracts/staking/INodeStaking.sol";
import {AuthorityActions} from "./AuthorityActions.sol";
import {EntryActions} from "./EntryActions.sol";
import {ExitActions} from "./ExitActions.sol";
import {OwnerActions} from "./OwnerActions.sol";

/// @title A network with five owners and three more accounts, all that they may do, and what must hold whatever they did
contract StakingCampaign is EntryActions, ExitActions, OwnerActions, AuthorityActions {
    address private stranger;

    /// @notice To be called once, with the whole supply of a new world going to this contract.
    function begin() external {
        deployWorld();
        stranger = makeAddr("stranger");
        roles = [Role.Edge, Role.Guardian, Role.Guardian, Role.WatchDog, Role.Edge];
        string[8] memory names = ["edge", "guardian", "guardian 2", "watchdog", "edge 2", "delegator", "delegator 2", "delegator 3"];
        for (uint256 i = 0; i < names.length; i++) accounts.push(fundedAccount(names[i]));
        for (uint256 i = 0; i < 2; i++) {
            uint256 amount = 5 * minStake(roles[i]);
            vm.prank(accounts[i]);
            staking.registerAndStake(registration(roles[i], accounts[i], 1_000), amount);
            enroll(accounts[i], roles[i], 1_000, amount);
        }
    }

    /// @notice Does `count` actions that hang on `seed` alone.
    function play(string calldata seed, uint256 count) external {
        bytes4[] memory all = actions();
        for (uint256 i = 0; i < count; i++) {
            bytes32[5] memory random;
            for (uint256 j = 0; j < random.length; j++) random[j] = keccak256(abi.encode(seed, i, j));
            bytes memory input = abi.encodePacked(all[uint256(random[0]) % all.length], random[1], random[2], random[3], random[4]);
            (bool success, bytes memory result) = address(this).call(input);
            if (success) continue;
            assembly {
                revert(add(result, 32), mload(result))
            }
        }
    }

    function actions() public pure returns (bytes4[] memory selectors) {
        bytes4[27] memory all = [
            this.register.selector,
            this.stakeOwn.selector,
            this.delegateStake.selector,
            this.delegateStake.selector,
            this.cancelUnstake.selector,
            this.restakeRewards.selector,
            this.requestUnstake.selector,
            this.requestUnstake.selector,
            this.withdraw.selector,
            this.withdrawWrongly.selector,
            this.claimRewards.selector,
            this.setCommission.selector,
            this.rotateOperator.selector,
            this.stealOperator.selector,
            this.recordReveal.selector,
            this.suspend.selector,
            this.resume.selector,
            this.updateWeight.selector,
            this.depositRewards.selector,
            this.distribute.selector,
            this.payFundOwed.selector,
            this.slash.selector,
            this.setParameter.selector,
            this.letTimePass.selector,
            this.pauseEntries.selector,
            this.unpauseEntries.selector,
            this.donate.selector
        ];
        selectors = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; i++) selectors[i] = all[i];
    }

    /// @notice Every token that came in is still there, or went where the model says; what is owed is covered.
    function checkTokens() public view {
        uint256 balance = token.balanceOf(address(staking)) - donated;
        assertEq(balance, tokensIn - tokensOut, "tokens in less tokens out");
        assertEq(staking.fundOwed(), owed, "owed to the fund");
        assertEq(staking.undistributedRewards(), undistributed, "rewards that wait");

        uint256 accounted = owed + undistributed;
        uint256 promised = owed + undistributed;
        for (uint256 i = 0; i < roles.length; i++) {
            NodeModel storage n = nodes[accounts[i]];
            INodeStaking.NodeInfo memory info = staking.nodeInfo(accounts[i]);
            accounted += n.principal + n.distributed - n.paid;
            promised += info.bonded + info.unbonding + n.distributed - n.paid;
        }
        assertEq(balance, accounted, "pools, rewards, those that wait, and the fund's part");
        assertLe(promised, balance, "solvency");
    }

    /// @notice The node is as the model says: state, weight, views.
    function checkNode(address node) public view {
        NodeModel storage n = nodes[node];
        Holding storage own = holdings[node][node];
        INodeStaking.NodeInfo memory info = staking.nodeInfo(node);
        assertEq(uint256(info.role), uint256(n.role), "role");
        assertEq(info.sharePrice, n.price, "share price");
        assertEq(info.bonded, (n.bonded * n.price) / ONE, "bonded");
        assertEq(info.unbonding, (n.unbonding * n.price) / ONE, "unbonding");
        assertEq(info.ownBonded, held(node, node), "own bonded");
        assertEq(info.ownUnbonding, (own.unbonding * n.price) / ONE, "own unbonding");
        assertEq(info.tombstoned, n.tombstoned, "tombstoned");
        assertEq(info.suspended, n.suspended, "suspended");
        bool active = isActiveIn(node, config.currentEpoch());
        assertEq(info.active, active, "active");
        assertEq(staking.isActive(node), active, "isActive");
        assertEq(info.commission, commissionOf(node), "commission");
        assertEq(info.lastSeenEpoch, n.lastSeen, "last seen");
        assertEq(info.operator, n.operator, "operator");
        if (n.operator != address(0)) {
            assertEq(staking.nodeOf(n.operator), node, "node of its operator");
            checkControl(n.operator, node, n.role);
            checkControl(node, node, n.role);
        }
        assertEq(info.weight, weightNow(node), "weight");
        assertEq(staking.weightOf(node), weightNow(node), "weightOf");
        assertEq(staking.previousWeightOf(node), n.weightBeforeEpoch, "weight at the end of the last epoch");
        assertEq(staking.getVotes(node), n.role == Role.Guardian ? n.weight : 0, "votes");
    }

    function checkControl(address key, address node, Role role) private view {
        (address controlled, Role itsRole) = staking.controlledNode(key);
        assertEq(controlled, node, "node that a key controls");
        assertEq(uint256(itsRole), uint256(role), "role of that node");
    }

    /// @notice Nobody's part is more than it may be, nor less than rounding explains, and the parts are the whole.
    function checkParts(address node) public view {
        NodeModel storage n = nodes[node];
        uint256[] memory worth = new uint256[](accounts.length);
        uint256[] memory roundings = new uint256[](accounts.length);
        uint256 shares = checkRequests(node, worth, roundings);
        uint256 claimable = 0;
        for (uint256 i = 0; i < accounts.length; i++) {
            (uint256 itsShares, uint256 itsClaimable) = checkPart(node, accounts[i], worth[i], roundings[i]);
            shares += itsShares;
            claimable += itsClaimable;
        }
        assertEq(int256(shares * n.price) + n.dust, int256(n.principal * ONE), "shares and dust are the pool");
        assertLe(n.dust, int256((n.calls + 1) * ONE), "at most a base unit of dust a call");

        uint256 rewards = claimable + staking.nodeInfo(node).unreleasedRewards + n.paid;
        assertLe(rewards, n.distributed, "paid and promised rewards were distributed");
        assertLe(n.distributed, rewards + 2 * n.calls + accounts.length, "distributed rewards are paid or promised");
    }

    /// @dev Adds what each account's open requests at the node are worth to `worth`, and their number to `roundings`.
    function checkRequests(address node, uint256[] memory worth, uint256[] memory roundings) private view returns (uint256 shares) {
        for (uint256 i = 0; i < open.length; i++) {
            if (open[i].node != node) continue;
            INodeStaking.UnstakeRequest memory request = staking.unstakeRequest(node, open[i].account, open[i].id);
            assertEq(request.shares, open[i].shares, "request's shares");
            assertEq(request.availableAt, open[i].availableAt, "request's time");
            assertLe(request.amount, open[i].amount, "a request only loses");
            uint256 account = indexOf(open[i].account);
            worth[account] += request.amount;
            roundings[account]++;
            shares += request.shares;
        }
        assertEq(shares, nodes[node].unbonding, "shares of open requests");
    }

    function checkPart(
        address node,
        address account,
        uint256 unbonding,
        uint256 requests
    ) private view returns (uint256 shares, uint256 claimable) {
        Holding storage h = holdings[node][account];
        INodeStaking.PositionInfo memory position = staking.positionInfo(node, account);
        assertEq(position.shares, h.shares, "shares");
        assertEq(position.bonded, held(node, account), "bonded value");
        assertEq(position.nextRequestId, h.nextRequest, "next request");
        uint256 worth = (position.bonded + unbonding) * SCALE;
        assertLe(worth, h.part, "no more than its part");
        assertGe(worth + h.slack + (requests + 1) * SCALE, h.part, "its part, but for rounding");

        uint256 rewards = (position.claimableRewards + h.paid) * SCALE;
        uint256 earned = earnedBy(node, account);
        uint256 slack = (nodes[node].streamSlack + nodes[node].bonded / 1e15 + 2) * SCALE;
        assertLe(rewards, earned + slack, "no more rewards than earned");
        assertGe(rewards + slack, earned, "the rewards that it earned");
        return (position.shares, position.claimableRewards);
    }

    /// @notice At a noted past second, the guardians' votes are what they were then, and the total is their sum.
    function checkVotes(uint256 index) public view {
        if (times.length == 0) return;
        index %= times.length;
        uint256 sum = 0;
        (, uint256[] memory together, uint256 total) = staking.guardiansAt(accounts, times[index]);
        for (uint256 i = 0; i < roles.length; i++) {
            if (roles[i] != Role.Guardian) continue;
            uint256 votes = votesAt[accounts[i]][index];
            assertEq(together[i], votes, "past votes, asked for together");
            assertEq(staking.getPastVotes(accounts[i], times[index]), votes, "past votes");
            sum += votes;
        }
        assertEq(staking.getPastTotalSupply(times[index]), sum, "past total is the sum of the votes");
        assertEq(total, sum, "past total, asked for together");
        uint256 end = index + 1 < times.length ? times[index + 1] : block.timestamp;
        assertEq(staking.getPastTotalSupply(end - 1), sum, "the total holds until the next change");
    }

    /// @notice No view of a stranger or of a node that is none reverts.
    function checkViews() public view {
        staking.nodeInfo(stranger);
        staking.positionInfo(stranger, stranger);
        staking.positionInfo(accounts[0], stranger);
        staking.unstakeRequest(accounts[0], stranger, 7);
        staking.claimableRewards(stranger, accounts[0]);
        staking.isActive(stranger);
        staking.weightOf(stranger);
        staking.previousWeightOf(stranger);
        staking.getVotes(stranger);
        staking.getPastVotes(stranger, block.timestamp - 1);
        staking.nodeOf(stranger);
        staking.controlledNode(stranger);
        staking.controlledNode(address(0));
        staking.guardiansAt(accounts, block.timestamp - 1);
        staking.rewardPool();
        staking.nodeCount(Role.None);
        staking.delegates(stranger);
        staking.clock();
        staking.eip712Domain();
    }

    function checkAll() public view {
        checkTokens();
        checkViews();
        for (uint256 i = 0; i < roles.length; i++) {
            checkNode(accounts[i]);
            checkParts(accounts[i]);
        }
        for (uint256 i = 0; i < times.length; i++) checkVotes(i);
    }

    /// @notice After `everybodyLeaves`: nothing is left but the fund's part, rewards that wait, what was given away, and dust.
    function checkEmpty() external view {
        checkAll();
        for (uint256 i = 0; i < roles.length; i++) {
            INodeStaking.NodeInfo memory info = staking.nodeInfo(accounts[i]);
            assertEq(info.bonded + info.unbonding + info.unreleasedRewards, 0, "left behind");
            assertEq(info.weight, 0, "weight of nothing");
            for (uint256 j = 0; j < accounts.length; j++) {
                assertEq(staking.claimableRewards(accounts[i], accounts[j]), 0, "unclaimed");
            }
        }
    }
}
