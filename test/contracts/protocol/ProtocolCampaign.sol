// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRewardPool} from "../../../contracts/rewards/IRewardPool.sol";
import {INodeStaking} from "../../../contracts/staking/INodeStaking.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {IWorkProofs} from "../../../contracts/work/IWorkProofs.sol";
import {AuthorityActions} from "./AuthorityActions.sol";

/// @title The network with all its parties, all that they may do, and what must hold whatever they did
contract ProtocolCampaign is AuthorityActions {
    /// @notice To be called once. One Edge and the coalition's guardian are not there yet.
    function begin() external {
        deployWorld();
        orderLeaves();
        contributed = ENDOWMENT;
        settled.fund = ENDOWMENT;
        for (uint256 i = 0; i < NODES; i++) if (i != 1 && i != BAD_GUARDIAN) registerNode(i, i < EDGES ? 20_000 ether : 150_000 ether);
        for (uint256 i = 0; i < 2; i++) {
            stakeMore(BAD_EDGE, delegators[i], 5_000 ether);
            stakeMore(EDGES + i, delegators[i], 20_000 ether);
        }
        for (uint256 payer = 0; payer < PAYERS; payer++) {
            addDelegate(payer, payer == BAD_PAYER ? SIGNERS - 1 : 1 + (payer % 2), 30 days);
            addCredit(payer, payer == BAD_PAYER ? BAD_EDGE : payer % EDGES, 2_000 ether, payers[payer]);
            addCredit(payer, payer == BAD_PAYER ? 0 : BAD_EDGE, 200 ether, payers[payer]);
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

    /// @notice Every action, the frequent ones several times.
    function actions() public pure returns (bytes4[] memory selectors) {
        bytes4[38] memory all = [
            this.advance.selector,
            this.relay.selector,
            this.deposit.selector,
            this.challenge.selector,
            this.withdrawCredit.selector,
            this.proveInvalid.selector,
            this.proveDisorder.selector,
            this.submitWrongly.selector,
            this.requestUnstake.selector,
            this.withdrawStake.selector,
            this.claim.selector,
            this.claimRewards.selector,
            this.cancelSettlement.selector,
            this.requestCredit.selector,
            this.register.selector,
            this.stake.selector,
            this.cancelUnstake.selector,
            this.restakeRewards.selector,
            this.rotateOperator.selector,
            this.suspend.selector,
            this.depositAll.selector,
            this.setSignerLimit.selector,
            this.grant.selector,
            this.revoke.selector,
            this.deactivate.selector,
            this.commitWork.selector,
            this.commitTooMuch.selector,
            this.commitScores.selector,
            this.revealScores.selector,
            this.answer.selector,
            this.convict.selector,
            this.refundBonds.selector,
            this.submit.selector,
            this.submitDishonestly.selector,
            this.execute.selector,
            this.equivocate.selector,
            this.letTimePass.selector,
            this.setParameter.selector
        ];
        bytes4[4] memory more = [this.pauseEntries.selector, this.collectSlashed.selector, this.fund.selector, this.donate.selector];
        uint8[14] memory extra = [24, 12, 2, 6, 2, 2, 2, 2, 2, 1, 2, 1, 2, 2];
        selectors = new bytes4[](all.length + more.length + 62);
        uint256 count = 0;
        for (uint256 i = 0; i < all.length; i++) selectors[count++] = all[i];
        for (uint256 i = 0; i < more.length; i++) selectors[count++] = more[i];
        for (uint256 i = 0; i < extra.length; i++) for (uint256 j = 0; j < extra[i]; j++) selectors[count++] = all[i];
    }

    /// @notice How often what matters has happened: commitments, reveals, answers, convictions, refunds of bonds, settlements submitted, with
    /// charges, with charges of the coalition to itself, dishonest, cancelled, final; epochs covered and lapsed; equivocations.
    function happenings() external view returns (uint256[] memory counts) {
        uint256[14] memory all = [
            commits,
            reveals,
            answers,
            convictions,
            refunds,
            submissions,
            charging,
            selfPaid,
            dishonest,
            cancelled,
            finals,
            covered,
            lapsed,
            equivocations
        ];
        counts = new uint256[](all.length);
        for (uint256 i = 0; i < all.length; i++) counts[i] = all[i];
    }

    /// @notice Each contract holds what its accounts say, to the base unit; nothing is lost and nothing made.
    function checkTokens() public view {
        uint256 deposited = 0;
        for (uint256 i = 0; i < LINES; i++) deposited += lines[i].deposited - lines[i].paid;
        assertEq(balanceOf(address(staking)), stakingIn - stakingOut, "staking holds what came in");
        assertEq(balanceOf(address(credit)), deposited - executedCharged, "credit holds its lines");
        assertEq(credit.creditHeld(), deposited - executedCharged, "credit's account");
        assertEq(balanceOf(address(work)), bonds, "work proofs hold the open bonds");
        assertEq(balanceOf(address(pool)), contributed + executedCharged - executedEarned, "the pool holds the fund");
        assertEq(pool.contributed(), contributed, "contributed");

        uint256 supply = token.balanceOf(address(staking)) + token.balanceOf(address(credit));
        supply += token.balanceOf(address(work)) + token.balanceOf(address(pool));
        for (uint256 i = 0; i < holders.length; i++) supply += token.balanceOf(holders[i]);
        assertEq(supply, token.totalSupply(), "the supply is in known hands");
    }

    /// @notice What staking owes is there, and but for dust nothing else.
    function checkSolvency() public view {
        uint256 promised = staking.fundOwed() + staking.undistributedRewards();
        for (uint256 i = 0; i < NODES; i++) {
            INodeStaking.NodeInfo memory info = staking.nodeInfo(nodes[i]);
            promised += info.bonded + info.unbonding + info.unreleasedRewards + staking.claimableRewards(nodes[i], nodes[i]);
            for (uint256 j = 0; j < delegators.length; j++) promised += staking.claimableRewards(nodes[i], delegators[j]);
        }
        assertLe(promised, stakingIn - stakingOut, "staking is solvent");
        assertLe(stakingIn - stakingOut, promised + 100 * (acted + 10), "but for dust, staking holds no more");
    }

    /// @notice The pool remembers what the model does; what was claimed was settled, and that was charged or emitted.
    function checkPool() public view {
        checkRecord(pool.lastFinal(), settled, settled.covered != 0);
        checkRecord(pool.pending(), submitted, finalAt != 0);
        assertEq(pool.nextEpoch(), nextEpoch, "next epoch");
        assertEq(pool.cancellationsLeft(), 2 - cancellations, "cancellations left");
        uint256 epoch = acted % (epochNow() + 2);
        (bool closed, uint256 coveredEpochs, , uint256 aside) = pool.creditTerms(epoch);
        assertEq(closed, isClosed(epoch), "closed");
        assertEq(pool.isClosed(epoch), closed, "isClosed");
        assertEq(coveredEpochs, settled.covered, "epochs covered");
        assertEq(aside, setAside(), "set aside");
        assertLe(aside, credit.creditHeld(), "what is set aside is there");

        uint256 all = 0;
        for (uint256 i = 0; i < NODES; i++) {
            assertEq(pool.claimedBy(nodes[i]), claimed[i], "claimed by a node");
            all += claimed[i];
        }
        assertLe(all, settled.totalEarned, "claimed is settled");
        assertLe(settled.totalEarned, settled.totalCharged + contributed, "settled is charged or emitted");
    }

    /// @notice Per line, what was charged and paid out was deposited.
    function checkLines() public view {
        for (uint256 i = 0; i < LINES; i++) {
            Line storage line = lines[i];
            IRelayCredit.CreditLine memory known = credit.lineOf(payers[i / EDGES], nodes[i % EDGES]);
            assertEq(known.balance, line.deposited - line.paid, "a line's balance");
            assertEq(known.requested, line.requested, "a line's request");
            assertEq(known.requestEpoch, line.requestEpoch, "a request's epoch");
            if (!captured) assertLe(settled.charged[i] + line.paid, line.deposited, "charged and paid out is deposited");
        }
    }

    /// @notice The commitments of an epoch, its value and its votes are as the model says.
    function checkEpoch(uint256 epoch) public view {
        uint256 time = block.timestamp;
        assertEq(work.workValue(epoch, epoch), workValue(epoch), "value of an epoch's work");
        for (uint256 edge = 0; edge < EDGES; edge++) {
            Commitment storage commitment = commitments[epoch][edge];
            IWorkProofs.CommitmentInfo memory known = work.commitmentOf(epoch, nodes[edge]);
            assertEq(known.convicted, commitment.convicted, "convicted");
            assertEq(known.openChallenges, commitment.unanswered, "challenges without an answer");
            bool late = commitment.unanswered != 0 && time >= endOf(epoch) + W4;
            assertEq(known.rejected, commitment.convicted || late, "rejected");
            if (edge != BAD_EDGE) assertFalse(known.rejected, "an honest commitment is rejected");
        }
        if (time < endOf(epoch)) return;
        uint256 sum = 0;
        for (uint256 g = EDGES; g < NODES; g++) {
            assertEq(staking.getPastVotes(nodes[g], endOf(epoch) - 1), weightAtEnd[epoch][g], "past votes");
            sum += weightAtEnd[epoch][g];
        }
        assertEq(staking.getPastTotalSupply(endOf(epoch) - 1), sum, "the past total is the sum of the votes");
        if (time >= endOf(epoch) + DAY) return;
        for (uint256 i = 0; i < NODES; i++) {
            assertEq(staking.previousWeightOf(nodes[i]), weightAtEnd[epoch][i], "weight at the end of the epoch before");
        }
    }

    /// @notice Nobody has, or took out, more stake than he put in.
    function checkStakes(uint256 node) public view {
        for (uint256 i = 0; i <= delegators.length; i++) {
            address account = i == 0 ? nodes[node] : delegators[i - 1];
            uint256 has = staking.positionInfo(nodes[node], account).bonded + withdrawnBy[node][account];
            for (uint256 j = 0; j < open.length; j++) {
                if (open[j].node != node || open[j].account != account) continue;
                INodeStaking.UnstakeRequest memory request = staking.unstakeRequest(nodes[node], account, open[j].id);
                assertEq(request.availableAt, open[j].availableAt, "time of a withdrawal");
                has += request.amount;
            }
            assertLe(has, stakedBy[node][account], "no more stake than was put in");
        }
    }

    function checkNow() external view {
        checkTokens();
        checkPool();
        if (acted % 4 == 0) checkLines();
        if (acted % 4 == 2) checkSolvency();
        checkStakes(acted % NODES);
        checkEpoch(acted % 2 == 0 || epochNow() == 0 ? epochNow() : epochNow() - 1);
    }

    function checkAll() public view {
        checkTokens();
        checkSolvency();
        checkPool();
        checkLines();
        for (uint256 i = 0; i < NODES; i++) checkStakes(i);
        for (uint256 epoch = 0; epoch <= epochNow(); epoch++) checkEpoch(epoch);
    }

    /// @notice Everybody takes out all that is his, whatever state things are in, paused or not.
    function everybodyLeaves() external {
        for (uint256 i = 0; i < LINES; i++) {
            if (lines[i].deposited - lines[i].paid - lines[i].requested != 0) requestLine(i / EDGES, i % EDGES, type(uint256).max, 0);
        }
        for (uint256 i = 0; i < NODES; i++) {
            for (uint256 j = 0; j <= delegators.length; j++) {
                address account = j == 0 ? nodes[i] : delegators[j - 1];
                if (staking.positionInfo(nodes[i], account).shares != 0) unstake(i, account, type(uint256).max);
            }
        }
        passTo(block.timestamp + 10 days);
        for (uint256 i = 0; i < challenges.length; i++) {
            if (challenges[i].state != IWorkProofs.ChallengeState.Open) continue;
            if (commitments[challenges[i].epoch][challenges[i].edge].convicted) refund(i);
            else condemn(i, stranger);
        }
        for (uint256 i = 0; i < NODES; i++) if (claimed[i] != settled.earned[i]) claimFor(i, stranger, 0);
        if (settled.covered != 0 && !executed) {
            act(address(pool), stranger, abi.encodeCall(IRewardPool.execute, ()), 0);
            moveMoney();
        }
        passTo(block.timestamp + 6 days);
        while (open.length != 0) takeOut(open.length - 1);
        for (uint256 i = 0; i < LINES; i++) {
            if (lines[i].requested != 0) withdrawLine(i / EDGES, i % EDGES, settled.charged[i]);
        }
        for (uint256 i = 0; i < NODES; i++) {
            for (uint256 j = 0; j <= delegators.length; j++) takeRewards(i, j == 0 ? nodes[i] : delegators[j - 1]);
        }
    }

    /// @notice After `everybodyLeaves`: no stake, no bond and no credit is left, and of rewards only dust.
    function checkEmpty() external view {
        checkAll();
        assertEq(bonds, 0, "a bond is left");
        if (!captured) assertEq(credit.creditHeld(), 0, "credit is left");
        assertEq(staking.undistributedRewards(), settled.totalEarned - allClaimed(), "rewards that wait for nobody");
        for (uint256 i = 0; i < NODES; i++) {
            INodeStaking.NodeInfo memory info = staking.nodeInfo(nodes[i]);
            assertEq(info.bonded + info.unbonding + info.unreleasedRewards, 0, "left behind");
        }
        assertLe(stakingIn - stakingOut, staking.fundOwed() + 100 * (acted + 10), "only the fund's part and dust is left");
    }

    function allClaimed() private view returns (uint256 all) {
        for (uint256 i = 0; i < NODES; i++) all += claimed[i];
    }

    function checkRecord(IRewardPool.SettlementInfo memory known, Outcome storage expected, bool exists) private view {
        assertEq(known.digest, exists ? expected.digest : bytes32(0), "digest");
        assertEq(known.cumulativeEarned, exists ? expected.totalEarned : 0, "cumulative earnings");
        assertEq(known.cumulativeCharged, exists ? expected.totalCharged : 0, "cumulative charges");
        if (!exists) return;
        assertEq(known.epoch, expected.covered - 1, "epoch of a settlement");
        assertEq(known.fund, expected.fund, "fund");
    }

    /// @dev Without what was given away.
    function balanceOf(address account) private view returns (uint256) {
        return token.balanceOf(account) - donated[account];
    }
}
