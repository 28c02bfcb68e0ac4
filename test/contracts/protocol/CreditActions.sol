// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {IDidRegistry} from "../../../contracts/identity/IDidRegistry.sol";
import {IRelayCredit} from "../../../contracts/work/IRelayCredit.sol";
import {StakeActions} from "./StakeActions.sol";
import {StandardTree} from "../support/StandardTree.sol";

/// @title What payers do: credit, delegates and their limits
abstract contract CreditActions is StakeActions {
    bytes32 private constant RELAY = "relay";

    function deposit(uint256 who, uint256 where, uint256 amount, uint256 wait) external afterWaiting(wait) {
        (uint256 payer, uint256 edge) = (who % PAYERS, where % EDGES);
        addCredit(payer, edge, amount % 16 == 0 ? amount % 1 ether : bound(amount, 1 ether, 3_000 ether), pickHolder(who / 4));
    }

    function depositAll(uint256 who, uint256 amount, uint256 wait) external afterWaiting(wait) {
        IRelayCredit.Deposit[] memory list = new IRelayCredit.Deposit[](2);
        bytes4 refusal = entryRefusal(credit.entriesPausedUntil());
        for (uint256 i = 0; i < 2; i++) {
            list[i] = IRelayCredit.Deposit(
                payers[(who / 3 + i) % PAYERS],
                nodes[who % EDGES],
                bound(roll(amount, i), 10 ether, 1_000 ether)
            );
        }
        act(address(credit), pickHolder(who), abi.encodeCall(IRelayCredit.depositAll, (list)), refusal);
        if (refusal != 0) return;
        for (uint256 i = 0; i < 2; i++) recordDeposit(lineOf((who / 3 + i) % PAYERS, who % EDGES), list[i].amount);
    }

    function requestCredit(uint256 who, uint256 where, uint256 amount, uint256 wait) external afterWaiting(wait) {
        (uint256 payer, uint256 edge) = pickLine(who, where);
        if (who % 4 == 0) (payer, edge) = pickRequest(who, payer, edge);
        Line storage line = lines[lineOf(payer, edge)];
        uint256 free = line.deposited - line.paid - line.requested;
        if (amount % 4 == 0) amount = type(uint256).max;
        else if (amount % 32 == 1) amount = free + 1;
        else amount = bound(amount, free == 0 ? 0 : 1, free / 2 + 1 < free ? free / 2 + 1 : free);
        bytes4 refusal;
        if (amount == 0) refusal = IRelayCredit.ZeroAmount.selector;
        else if (free == 0 || (amount != type(uint256).max && amount > free)) refusal = IRelayCredit.InsufficientBalance.selector;
        requestLine(payer, edge, amount, refusal);
    }

    /// @notice With the right charge, or with a wrong one.
    function withdrawCredit(uint256 who, uint256 where, uint256 kind, uint256 wait) external afterWaiting(wait) {
        (uint256 payer, uint256 edge) = pickLine(who, where);
        if (who % 8 != 0) (payer, edge) = pickRequest(who, payer, edge);
        if (kind % 8 == 0) withdrawLine(payer, edge, settled.charged[lineOf(payer, edge)] + 1);
        else if (kind % 8 == 1 && settled.charged[lineOf(payer, edge)] != 0) withdrawLine(payer, edge, 0);
        else withdrawLine(payer, edge, settled.charged[lineOf(payer, edge)]);
    }

    function setSignerLimit(uint256 who, uint256 units, uint256 wait) external afterWaiting(wait) {
        uint256 payer = who % PAYERS;
        uint64 limit = units % 4 == 0 ? type(uint64).max : uint64(bound(units, 0, 400_000));
        act(address(credit), payers[payer], abi.encodeCall(IRelayCredit.setSignerLimit, (limit)), 0);
        limits[payer].push(LimitChange(epochNow() + 1, limit));
        assertEq(credit.signerLimitAt(payers[payer], epochNow()), limitAt(payer, epochNow()), "limit now");
        assertEq(credit.signerLimitAt(payers[payer], epochNow() + 1), limit, "limit from the next epoch on");
    }

    function grant(uint256 who, uint256 whom, uint256 validity, uint256 wait) external afterWaiting(wait) {
        (uint256 payer, uint256 signer) = (who % PAYERS, 1 + (whom % (SIGNERS - 1)));
        validity = bound(validity, 1, 10 days);
        addDelegate(payer, signer, validity);
    }

    function revoke(uint256 who, uint256 whom, uint256 wait) external afterWaiting(wait) {
        (uint256 payer, uint256 signer) = (who % PAYERS, 1 + (whom % (SIGNERS - 1)));
        bytes4 refusal = deactivated[payer] ? IDidRegistry.IdentityDeactivated.selector : bytes4(0);
        bytes memory call = abi.encodeCall(IDidRegistry.revokeDelegate, (payers[payer], RELAY, signerOf(payer, signer)));
        act(address(registry), payers[payer], call, refusal);
        if (refusal == 0) end(payer, signer);
    }

    /// @notice Rarely: it is for ever.
    function deactivate(uint256 who, uint256 wait) external afterWaiting(wait) {
        uint256 payer = who % PAYERS;
        if (deactivated[payer] || who % 8 != 0) return;
        act(address(registry), payers[payer], abi.encodeCall(IDidRegistry.deactivate, (payers[payer])), 0);
        deactivated[payer] = true;
        for (uint256 signer = 1; signer < SIGNERS; signer++) end(payer, signer);
    }

    function addCredit(uint256 payer, uint256 edge, uint256 amount, address from) internal {
        bytes4 refusal = entryRefusal(credit.entriesPausedUntil());
        if (refusal == 0 && amount < config.value(Parameter.MinDeposit)) refusal = IRelayCredit.BelowMinimumDeposit.selector;
        act(address(credit), from, abi.encodeCall(IRelayCredit.deposit, (payers[payer], nodes[edge], amount)), refusal);
        if (refusal == 0) recordDeposit(lineOf(payer, edge), amount);
    }

    function addDelegate(uint256 payer, uint256 signer, uint256 validity) internal {
        bytes4 refusal = deactivated[payer] ? IDidRegistry.IdentityDeactivated.selector : bytes4(0);
        bytes memory call = abi.encodeCall(IDidRegistry.addDelegate, (payers[payer], RELAY, signerOf(payer, signer), validity));
        act(address(registry), payers[payer], call, refusal);
        if (refusal == 0) validTo[payer][signer] = block.timestamp + validity;
    }

    function requestLine(uint256 payer, uint256 edge, uint256 amount, bytes4 refusal) internal {
        act(address(credit), payers[payer], abi.encodeCall(IRelayCredit.requestWithdraw, (nodes[edge], amount)), refusal);
        if (refusal != 0) return;
        Line storage line = lines[lineOf(payer, edge)];
        line.requested = amount == type(uint256).max ? line.deposited - line.paid : line.requested + amount;
        line.requestEpoch = epochNow();
    }

    function withdrawLine(uint256 payer, uint256 edge, uint256 charge) internal {
        uint256 index = lineOf(payer, edge);
        Line storage line = lines[index];
        bytes32[] memory proof;
        if (line.opened != 0 && line.opened <= settled.covered)
            proof = StandardTree.proof(chargesTree(settled.charged, settled.covered), chargesLeaf(index, settled.charged[index]));
        uint256 left = line.deposited - line.paid;
        uint256 amount = left < settled.charged[index] ? 0 : left - settled.charged[index];
        if (line.requested < amount) amount = line.requested;

        bytes4 refusal;
        if (line.requested == 0) refusal = IRelayCredit.NothingRequested.selector;
        else if (!isClosed(line.requestEpoch)) refusal = IRelayCredit.EpochNotClosed.selector;
        else if (charge != settled.charged[index]) refusal = IRelayCredit.InvalidCharge.selector;
        else if (captured && amount + setAside() > credit.creditHeld()) refusal = IRelayCredit.CreditSetAside.selector;
        uint256 before = token.balanceOf(payers[payer]);
        act(address(credit), payers[payer], abi.encodeCall(IRelayCredit.withdraw, (nodes[edge], charge, proof)), refusal);
        if (refusal != 0) return;
        assertEq(token.balanceOf(payers[payer]) - before, amount, "withdrawn credit");
        line.paid += amount;
        (line.requested, line.requestEpoch) = (0, 0);
    }

    /// @notice A line that was opened, if there is one.
    function pickLine(uint256 who, uint256 where) private view returns (uint256 payer, uint256 edge) {
        (payer, edge) = (who % PAYERS, where % EDGES);
        for (uint256 i = 0; i < LINES && lines[lineOf(payer, edge)].opened == 0; i++) {
            (payer, edge) = (((who % LINES) + i) % PAYERS, (((who % LINES) + i) / PAYERS) % EDGES);
        }
    }

    /// @notice The next line with a request, if there is one.
    function pickRequest(uint256 who, uint256 payer, uint256 edge) private view returns (uint256, uint256) {
        for (uint256 i = 0; i < LINES && lines[lineOf(payer, edge)].requested == 0; i++)
            (payer, edge) = (((who % LINES) + i) % PAYERS, (((who % LINES) + i) / PAYERS) % EDGES);
        return (payer, edge);
    }

    function recordDeposit(uint256 index, uint256 amount) private {
        lines[index].deposited += amount;
        if (lines[index].opened == 0) lines[index].opened = epochNow() + 1;
    }

    function end(uint256 payer, uint256 signer) private {
        if (validTo[payer][signer] >= block.timestamp) validTo[payer][signer] = block.timestamp - 1;
    }
}
