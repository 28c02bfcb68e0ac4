// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {IProtocolConfig, Parameter} from "../../../contracts/governance/IProtocolConfig.sol";
import {ProtocolConfig} from "../../../contracts/governance/ProtocolConfig.sol";
import {DidRegistry} from "../../../contracts/identity/DidRegistry.sol";
import {RewardPool} from "../../../contracts/rewards/RewardPool.sol";
import {Role} from "../../../contracts/staking/INodeStaking.sol";
import {NodeStaking} from "../../../contracts/staking/NodeStaking.sol";
import {SendToken} from "../../../contracts/token/SendToken.sol";
import {RelayCredit} from "../../../contracts/work/RelayCredit.sol";
import {WorkProofs} from "../../../contracts/work/WorkProofs.sol";
import {ConfigTest} from "../support/ConfigTest.sol";

/// @title A network of its own: every contract, wired, this contract as its governor and council; and everybody who acts in it
/// @notice The third Edge, the last guardian, the last payer, the last signer and the second delegator are one party, the coalition.
abstract contract ProtocolWorld is ConfigTest {
    uint256 internal constant EDGES = 3;
    uint256 internal constant GUARDIANS = 5;
    uint256 internal constant NODES = EDGES + GUARDIANS;
    uint256 internal constant PAYERS = 4;
    /// @dev Of each payer: itself, and those that may be its delegates.
    uint256 internal constant SIGNERS = 4;
    uint256 internal constant LINES = PAYERS * EDGES;

    uint256 internal constant BAD_EDGE = 2;
    uint256 internal constant BAD_GUARDIAN = 7;
    uint256 internal constant BAD_PAYER = 3;

    uint256 internal constant FUNDS = 5_000_000 ether;
    uint256 internal constant ENDOWMENT = 1_000_000 ether;
    uint256 internal constant DAY = 1 days;
    uint256 internal constant W1 = 2 hours;
    uint256 internal constant W2 = 4 hours;
    uint256 internal constant W3 = 8 hours;
    uint256 internal constant W4 = 12 hours;
    uint256 internal constant DELAY = 12 hours;
    uint256 internal constant MAX_LAG = 3;

    SendToken public token;
    AccessManager internal manager;
    ProtocolConfig public config;
    NodeStaking public staking;
    DidRegistry internal registry;
    RelayCredit public credit;
    WorkProofs public work;
    RewardPool public pool;

    /// @dev Owners of the Edges, then of the guardians.
    address[] internal nodes;
    address[] internal delegators;
    address[] internal payers;
    address[] internal signers;
    address internal stranger;
    /// @dev Whoever holds tokens, but for the contracts.
    address[] internal holders;
    mapping(address account => uint256) internal keys;
    /// @dev Each node's hot keys; `operatorIn` says which is in force.
    mapping(uint256 node => address[2]) internal operators;
    mapping(uint256 node => uint256) internal operatorIn;

    function deployWorld() internal {
        vm.warp(GENESIS + 1 hours);
        token = new SendToken(address(this));
        manager = new AccessManager(address(this));
        config = deployConfig(manager, clock(), allParameters(), values());
        registry = new DidRegistry();
        bytes memory start = abi.encodeCall(NodeStaking.initialize, (address(manager)));
        staking = NodeStaking(proxy(address(new NodeStaking(token, config)), start));
        credit = RelayCredit(proxy(address(new RelayCredit(token, config)), start));
        work = WorkProofs(proxy(address(new WorkProofs(token, staking, registry, config)), start));
        start = abi.encodeCall(RewardPool.initialize, (address(manager), address(this), ENDOWMENT));
        pool = RewardPool(proxy(address(new RewardPool(token, staking, credit, work, config)), start));

        config.addListener(address(staking));
        config.addListener(address(credit));
        config.addListener(address(work));
        config.addListener(address(pool));
        staking.setRewardPool(address(pool));
        credit.setRewardPool(address(pool));
        staking.setWorkProofs(address(work));
        token.approve(address(pool), type(uint256).max);
        pool.endow();
        createAccounts();
    }

    function clock() internal pure returns (IProtocolConfig.Clock memory) {
        return
            IProtocolConfig.Clock(
                uint40(GENESIS),
                uint32(DAY),
                uint32(W1),
                uint32(W2),
                uint32(W3),
                uint32(W4),
                uint32(DELAY),
                uint16(MAX_LAG)
            );
    }

    function roleOf(uint256 node) internal pure returns (Role) {
        return node < EDGES ? Role.Edge : Role.Guardian;
    }

    function operatorOf(uint256 node) internal view returns (address) {
        return operators[node][operatorIn[node]];
    }

    function epochNow() internal view returns (uint256) {
        return (block.timestamp - GENESIS) / DAY;
    }

    /// @notice `T` of `epoch`.
    function endOf(uint256 epoch) internal pure returns (uint256) {
        return GENESIS + (epoch + 1) * DAY;
    }

    function sign(address account, bytes32 digest) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[account], digest);
        return abi.encodePacked(r, s, v);
    }

    function values() private pure returns (uint256[] memory list) {
        list = devnetValues();
        list[uint256(Parameter.UnbondingPeriod)] = 6 days;
        list[uint256(Parameter.RewardRelease)] = 2 days;
        list[uint256(Parameter.CommissionRiseDelay)] = 2 days;
        list[uint256(Parameter.InactivityEpochs)] = 2;
        list[uint256(Parameter.MinSigners)] = 2;
        list[uint256(Parameter.MinTotalGuardianStake)] = 300_000 ether;
    }

    function proxy(address implementation, bytes memory start) private returns (address) {
        return address(new ERC1967Proxy(implementation, start));
    }

    function createAccounts() private {
        for (uint256 i = 0; i < NODES; i++) {
            string memory name = string.concat(i < EDGES ? "edge " : "guardian ", vm.toString(i));
            nodes.push(holder(name));
            operators[i] = [key(string.concat(name, " hot")), key(string.concat(name, " hotter"))];
        }
        for (uint256 i = 0; i < 2; i++) delegators.push(holder(string.concat("delegator ", vm.toString(i))));
        for (uint256 i = 0; i < PAYERS; i++) payers.push(holder(string.concat("payer ", vm.toString(i))));
        for (uint256 i = 0; i + 1 < SIGNERS; i++) signers.push(key(string.concat("signer ", vm.toString(i))));
        stranger = holder("stranger");
        holders.push(address(this));
    }

    function holder(string memory name) private returns (address account) {
        account = key(name);
        holders.push(account);
        token.transfer(account, FUNDS);
        address[4] memory spenders = [address(staking), address(credit), address(work), address(pool)];
        for (uint256 i = 0; i < spenders.length; i++) {
            vm.prank(account);
            token.approve(spenders[i], type(uint256).max);
        }
    }

    function key(string memory name) private returns (address account) {
        uint256 privateKey;
        (account, privateKey) = makeAddrAndKey(name);
        keys[account] = privateKey;
    }
}
