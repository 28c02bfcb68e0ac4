// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {TypedDataDomain} from "../common/TypedDataDomain.sol";
import {Permit, PermitSignature} from "../common/Permit.sol";
import {Parameter} from "../governance/IProtocolConfig.sol";
import {INodeStaking, Role} from "./INodeStaking.sol";
import {NodeBonding} from "./NodeBonding.sol";
import {SharePrice} from "./SharePrice.sol";
import {PoolSlot, StandingSlot} from "./Slots.sol";

/// @title Registration of nodes, and what their owners may change
abstract contract NodeRegister is NodeBonding, TypedDataDomain {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    /// @notice Longest endpoint, in bytes.
    uint256 public constant MAX_ENDPOINT_LENGTH = 256;

    bytes32 private constant CONSENT_TYPEHASH = keccak256("OperatorConsent(address owner,address operator)");

    /// @inheritdoc INodeStaking
    function registerAndStake(Registration calldata registration, uint256 amount) external {
        _register(registration, amount);
    }

    /// @inheritdoc INodeStaking
    function registerAndStakeWithPermit(Registration calldata registration, uint256 amount, PermitSignature calldata permit) external {
        Permit.tryUse(token, amount, permit);
        _register(registration, amount);
    }

    /// @inheritdoc INodeStaking
    function setOperator(address operator, bytes calldata operatorConsent) external {
        Node storage n = _node(msg.sender);
        _assignOperator(n, operator, operatorConsent);
        emit OperatorSet(msg.sender, operator);
    }

    /// @inheritdoc INodeStaking
    function setEndpoint(string calldata endpoint) external {
        _node(msg.sender);
        _publishEndpoint(endpoint);
    }

    /// @inheritdoc INodeStaking
    /// @dev A change that has matured is settled first: a new one neither loses it nor is measured against what was before it.
    function setCommission(uint256 commission) external {
        Profile storage profile = _node(msg.sender).profile;
        uint256 current = _commission(profile);
        uint256 step = commission > current ? commission - current : current - commission;
        uint256 maxStep = _parameter(Parameter.MaxCommissionStep);
        if (step > maxStep) revert CommissionStepTooLarge(current, commission, maxStep);

        uint256 effectiveAt = block.timestamp;
        if (commission > current) {
            _requireCommission(commission);
            effectiveAt += _parameter(Parameter.CommissionRiseDelay);
        } else if (commission < current) {
            effectiveAt = _epochStart(_currentEpoch() + 1);
        }
        profile.commission = uint16(current);
        profile.nextCommission = uint16(commission);
        profile.nextCommissionAt = commission == current ? 0 : uint40(effectiveAt);
        emit CommissionSet(msg.sender, commission, effectiveAt);
    }

    /// @inheritdoc INodeStaking
    function nodeCount(Role role) external view returns (uint256) {
        return _staking().nodeCount[role];
    }

    /// @inheritdoc INodeStaking
    function nodeOf(address operator) external view returns (address) {
        return _staking().nodeOf[operator];
    }

    /// @inheritdoc INodeStaking
    function controlledNode(address key) external view returns (address node, Role role) {
        StakingStorage storage $ = _staking();
        role = $.nodes[key].standing.role();
        if (role != Role.None) return (key, role);
        node = $.nodeOf[key];
        if ($.nodes[node].profile.operator != key || key == address(0)) return (address(0), Role.None);
        role = $.nodes[node].standing.role();
    }

    /// @inheritdoc INodeStaking
    function operatorConsentDigest(address owner, address operator) public view returns (bytes32) {
        return _hashTypedData(keccak256(abi.encode(CONSENT_TYPEHASH, owner, operator)));
    }

    /// @inheritdoc TypedDataDomain
    function _domainName() internal pure override returns (string memory) {
        return "SendingStaking";
    }

    function _register(Registration calldata registration, uint256 amount) private whenEntriesOpen nonReentrant {
        StakingStorage storage $ = _staking();
        Node storage n = $.nodes[msg.sender];
        Role role = registration.role;
        if (role == Role.None) revert InvalidRole();
        if (n.standing.role() != Role.None) revert AlreadyRegistered(msg.sender);
        uint256 minimum = _limitsAt(_currentEpoch()).minStake(role);
        if (amount < minimum) revert BelowMinimumStake(amount, minimum);
        if (amount == 0) revert ZeroAmount();
        _requireCommission(registration.commission);
        token.safeTransferFrom(msg.sender, address(this), amount);

        uint256 index = $.nodeCount[role]++;
        n.standing = StandingSlot.first(role, _currentEpoch());
        n.pool = PoolSlot.first(SharePrice.ONE);
        // Empty, but not zero: the first rewards find their slot written.
        n.stream = n.stream.emptied();
        n.profile.commission = registration.commission;
        n.profile.index = index.toUint24();
        if (role == Role.Guardian) n.lastSeenEpoch = _currentEpoch();
        _assignOperator(n, registration.operator, registration.operatorConsent);
        emit NodeRegistered(msg.sender, role, index, registration.operator, registration.commission);
        if (bytes(registration.endpoint).length != 0) _publishEndpoint(registration.endpoint);
        (uint256 shares, uint256 weight) = _bond(msg.sender, n, amount);
        emit Staked(msg.sender, msg.sender, amount, shares, weight);
    }

    /// @dev A key belongs to one node for ever. Nobody can take somebody else's: but for the owner's own, it must consent once.
    function _assignOperator(Node storage n, address operator, bytes calldata consent) private {
        StakingStorage storage $ = _staking();
        if (operator == address(0)) revert ZeroAddress();
        address holder = $.nodeOf[operator];
        if (holder == address(0)) {
            if (
                operator != msg.sender &&
                !SignatureChecker.isValidSignatureNow(operator, operatorConsentDigest(msg.sender, operator), consent)
            ) revert InvalidOperatorConsent(msg.sender, operator);
            $.nodeOf[operator] = msg.sender;
        } else if (holder != msg.sender) {
            revert OperatorInUse(operator, holder);
        }
        n.profile.operator = operator;
    }

    function _publishEndpoint(string calldata endpoint) private {
        uint256 length = bytes(endpoint).length;
        if (length > MAX_ENDPOINT_LENGTH) revert InvalidEndpoint(length, MAX_ENDPOINT_LENGTH);
        emit EndpointSet(msg.sender, endpoint);
    }

    function _requireCommission(uint256 commission) private view {
        uint256 maximum = _parameter(Parameter.MaxCommission);
        if (commission > maximum) revert CommissionTooHigh(commission, maximum);
    }
}
