// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../../contracts/governance/IProtocolConfig.sol";
import {Role} from "../../../../contracts/staking/INodeStaking.sol";
import {StakingWorld} from "./StakingWorld.sol";

/// @title What staking should do, kept beside it
/// @notice Two models at once. The first repeats the contract's integers (shares, prices) from the protocol's rules and must be met exactly.
/// The second knows no shares: it follows each account's part as a fraction, and bounds what the account may have from both sides.
abstract contract StakingModel is StakingWorld {
    /// @dev Price of a share that was never slashed.
    uint256 internal constant ONE = 1e14;
    /// @dev Fractions of a base unit are kept in these.
    uint256 internal constant SCALE = 1e20;
    /// @dev With fewer bonded shares than this, rewards go to the owner.
    uint256 internal constant MIN_SHARES = 1e18;

    struct NodeModel {
        Role role;
        bool tombstoned;
        bool suspended;
        address operator;
        uint256 lastSeen;
        uint256 commission;
        uint256 nextCommission;
        uint256 nextCommissionAt;
        uint256 price;
        uint256 bonded;
        uint256 unbonding;
        /// Tokens in the pool: staked, less withdrawn, less slashed.
        uint256 principal;
        /// How many tokens x ONE of them are worth no share, because somebody's value was rounded down; one operation's rounding at a time.
        int256 dust;
        /// Of guardians, which record it.
        uint256 weight;
        uint256 weightBeforeEpoch;
        uint256 unreleased;
        uint256 streamedAt;
        uint256 streamTime;
        uint256 distributed;
        uint256 paid;
        /// How far the stream may be behind or ahead of the fraction, in base units.
        uint256 streamSlack;
        uint256 calls;
    }

    struct Holding {
        uint256 shares;
        uint256 unbonding;
        uint256 nextRequest;
        /// The account's part of all it staked, in 1 / SCALE.
        uint256 part;
        /// What rounding may have taken from it, in 1 / SCALE.
        uint256 slack;
        uint256 earned;
        uint256 paid;
    }

    struct Request {
        address node;
        address account;
        uint256 id;
        uint256 shares;
        uint256 amount;
        uint256 availableAt;
    }

    address[] internal accounts;
    /// @dev The first accounts are owners; `roles` says of what.
    Role[] internal roles;
    mapping(address node => NodeModel) internal nodes;
    mapping(address node => mapping(address account => Holding)) internal holdings;
    mapping(address operator => address node) internal operatorOf;
    Request[] internal open;
    Request[] internal closed;

    uint256 internal tokensIn;
    uint256 internal tokensOut;
    uint256 internal donated;
    uint256 internal owed;
    uint256 internal undistributed;

    uint256[] internal times;
    mapping(address guardian => uint256[]) internal votesAt;

    function modelStake(address node, address account, uint256 amount) internal {
        NodeModel storage n = nodes[node];
        Holding storage h = holdings[node][account];
        stream(node);
        uint256 shares = (amount * ONE) / n.price;
        h.shares += shares;
        n.bonded += shares;
        n.principal += amount;
        n.dust += int256(amount * ONE - shares * n.price);
        h.part += amount * SCALE;
        h.slack += SCALE;
        weigh(node);
    }

    function modelRequest(address node, address account, uint256 amount, uint256 id) internal {
        NodeModel storage n = nodes[node];
        Holding storage h = holdings[node][account];
        stream(node);
        uint256 shares = amount == held(node, account) ? h.shares : (amount * ONE + n.price - 1) / n.price;
        h.shares -= shares;
        h.unbonding += shares;
        h.nextRequest = id + 1;
        n.bonded -= shares;
        n.unbonding += shares;
        if (n.bonded < MIN_SHARES) {
            holdings[node][node].earned += n.unreleased;
            n.unreleased = 0;
        }
        open.push(Request(node, account, id, shares, amount, block.timestamp + config.value(Parameter.UnbondingPeriod)));
        weigh(node);
    }

    function modelCancel(uint256 index) internal {
        Request memory request = close(index);
        NodeModel storage n = nodes[request.node];
        Holding storage h = holdings[request.node][request.account];
        stream(request.node);
        h.shares += request.shares;
        h.unbonding -= request.shares;
        n.bonded += request.shares;
        n.unbonding -= request.shares;
        weigh(request.node);
    }

    function modelWithdraw(uint256 index) internal returns (uint256 amount) {
        Request memory request = close(index);
        NodeModel storage n = nodes[request.node];
        Holding storage h = holdings[request.node][request.account];
        amount = (request.shares * n.price) / ONE;
        h.unbonding -= request.shares;
        n.unbonding -= request.shares;
        n.principal -= amount;
        n.dust += int256(request.shares * n.price - amount * ONE);
        n.calls++;
        assertLe(amount * SCALE, h.part, "an account takes out more than its part");
        h.part -= amount * SCALE;
        h.slack += SCALE;
        tokensOut += amount;
    }

    function modelDistribute(address node, uint256 amount) internal {
        NodeModel storage n = nodes[node];
        stream(node);
        uint256 toOwner = amount;
        if (!n.tombstoned && n.bonded >= MIN_SHARES) {
            toOwner = (amount * commissionOf(node)) / 10_000;
            n.unreleased += (amount - toOwner) * SCALE;
            n.streamTime = config.value(Parameter.RewardRelease);
        }
        holdings[node][node].earned += toOwner * SCALE;
        n.distributed += amount;
        undistributed -= amount;
    }

    function modelPay(address node, address account, uint256 amount) internal {
        stream(node);
        nodes[node].paid += amount;
        holdings[node][account].paid += amount;
    }

    /// @return slashed all that is taken
    /// @return toReporter what of it a reporter gets
    function modelSlash(address node, uint256 bps, bool reported) internal returns (uint256 slashed, uint256 toReporter) {
        NodeModel storage n = nodes[node];
        Holding storage own = holdings[node][node];
        if (bps > 10_000) bps = 10_000;
        uint256 oldPrice = n.price;
        uint256 newPrice = (oldPrice * (10_000 - bps)) / 10_000;
        slashed = loss(n.bonded + n.unbonding, oldPrice, newPrice);
        if (reported) {
            uint256 ownLoss = loss(own.shares + own.unbonding, oldPrice, newPrice);
            toReporter = ((ownLoss < slashed ? ownLoss : slashed) * config.value(Parameter.ReporterShare)) / 10_000;
        }
        n.dust += int256((n.bonded + n.unbonding) * (oldPrice - newPrice)) - int256(slashed * ONE);
        n.calls++;
        n.principal -= slashed;
        n.price = newPrice;
        if (newPrice < ONE / 100) n.tombstoned = true;
        for (uint256 i = 0; i < accounts.length; i++) {
            Holding storage h = holdings[node][accounts[i]];
            h.part = (h.part * (10_000 - bps) + 9_999) / 10_000;
            h.slack += ((h.shares + h.unbonding) * SCALE) / ONE + 2;
        }
        owed += slashed - toReporter;
        tokensOut += toReporter;
        weigh(node);
    }

    /// @notice Lets `duration` pass; what held at the end of this second and of this epoch is noted first.
    function pass(uint256 duration) internal {
        if (duration == 0) return;
        uint256 epoch = config.epochAt(block.timestamp + duration);
        bool isNext = epoch > config.currentEpoch();
        times.push(block.timestamp);
        for (uint256 i = 0; i < roles.length; i++) {
            NodeModel storage n = nodes[accounts[i]];
            if (roles[i] == Role.Guardian) votesAt[accounts[i]].push(n.weight);
            if (isNext) n.weightBeforeEpoch = n.role == Role.Guardian ? n.weight : weightIn(accounts[i], epoch - 1);
        }
        vm.warp(block.timestamp + duration);
    }

    /// @notice Releases rewards up to now, to each in proportion to its shares.
    function stream(address node) internal {
        NodeModel storage n = nodes[node];
        n.calls++;
        uint256 elapsed = block.timestamp - n.streamedAt;
        n.streamedAt = block.timestamp;
        n.streamSlack += n.bonded / 1e15 + 2;
        uint256 due = elapsed >= n.streamTime ? n.unreleased : (n.unreleased * elapsed) / n.streamTime;
        n.streamTime = elapsed >= n.streamTime ? 0 : n.streamTime - elapsed;
        if (due == 0 || n.bonded == 0) return;
        for (uint256 i = 0; i < accounts.length; i++) {
            Holding storage h = holdings[node][accounts[i]];
            if (h.shares != 0) h.earned += (due * h.shares) / n.bonded;
        }
        n.unreleased -= due;
    }

    /// @notice What the account has earned by now, paid or not, in 1 / SCALE.
    function earnedBy(address node, address account) internal view returns (uint256) {
        NodeModel storage n = nodes[node];
        Holding storage h = holdings[node][account];
        if (n.bonded == 0) return h.earned;
        uint256 elapsed = block.timestamp - n.streamedAt;
        uint256 due = elapsed >= n.streamTime ? n.unreleased : (n.unreleased * elapsed) / n.streamTime;
        return h.earned + (due * h.shares) / n.bonded;
    }

    /// @notice Records a guardian's weight, after something changed it; other nodes' follows by itself.
    function weigh(address node) internal {
        NodeModel storage n = nodes[node];
        if (n.role == Role.Guardian) n.weight = weightIn(node, config.currentEpoch());
    }

    function close(uint256 index) internal returns (Request memory request) {
        request = open[index];
        closed.push(request);
        open[index] = open[open.length - 1];
        open.pop();
    }

    function indexOf(address account) internal view returns (uint256 index) {
        while (accounts[index] != account) index++;
    }

    function weightNow(address node) internal view returns (uint256) {
        return nodes[node].role == Role.Guardian ? nodes[node].weight : weightIn(node, config.currentEpoch());
    }

    /// @notice What the present stake weighs under the parameters of `epoch`.
    function weightIn(address node, uint256 epoch) internal view returns (uint256) {
        NodeModel storage n = nodes[node];
        if (!isActiveIn(node, epoch)) return 0;
        uint256 own = held(node, node);
        uint256 delegated = ((n.bonded - holdings[node][node].shares) * n.price) / ONE;
        uint256 limit = own * config.valueAt(Parameter.MaxDelegationRatio, epoch);
        return own + (delegated < limit ? delegated : limit);
    }

    function isActiveIn(address node, uint256 epoch) internal view returns (bool) {
        NodeModel storage n = nodes[node];
        if (n.role == Role.None || n.tombstoned || n.suspended) return false;
        return held(node, node) >= config.valueAt(minStakeParameter(n.role), epoch);
    }

    function minStake(Role role) internal view returns (uint256) {
        return config.value(minStakeParameter(role));
    }

    function minStakeParameter(Role role) private pure returns (Parameter) {
        if (role == Role.Edge) return Parameter.MinStakeEdge;
        return role == Role.Guardian ? Parameter.MinStakeGuardian : Parameter.MinStakeWatchDog;
    }

    /// @notice What the account's bonded shares are worth.
    function held(address node, address account) internal view returns (uint256) {
        return (holdings[node][account].shares * nodes[node].price) / ONE;
    }

    /// @notice Whether the delegation limit leaves room for `shares` more.
    function hasRoom(address node, uint256 shares) internal view returns (bool) {
        uint256 delegated = ((nodes[node].bonded - holdings[node][node].shares + shares) * nodes[node].price) / ONE;
        return delegated <= held(node, node) * config.value(Parameter.MaxDelegationRatio);
    }

    function commissionOf(address node) internal view returns (uint256) {
        NodeModel storage n = nodes[node];
        return n.nextCommissionAt != 0 && block.timestamp >= n.nextCommissionAt ? n.nextCommission : n.commission;
    }

    /// @notice Whether the guardian missed so many closed reveal windows that it may be suspended.
    function isAbsent(address node) internal view returns (bool) {
        uint256 sinceGenesis = block.timestamp - config.genesis();
        uint256 closedWindows = (sinceGenesis - config.clockParameters().w2) / config.epochDuration();
        return closedWindows > nodes[node].lastSeen + config.value(Parameter.InactivityEpochs);
    }

    function loss(uint256 shares, uint256 oldPrice, uint256 newPrice) private pure returns (uint256) {
        return (shares * oldPrice) / ONE - (shares * newPrice) / ONE;
    }
}
