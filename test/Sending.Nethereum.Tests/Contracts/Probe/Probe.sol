// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Has every shape of function, event and error that bindings meet. `node test/support/generate-probe.mjs` makes the bindings beside it.
contract Probe {
    enum Kind { None, Edge, Guardian }

    struct Leaf { uint64 id; string label; bytes32[2] keys; }
    struct Branch { address owner; Leaf[] leaves; Leaf main; int128[][2] grid; Kind kind; }

    event Planted(address indexed owner, string indexed label, bytes indexed raw, Leaf leaf);
    event Grown(Leaf indexed leaf, uint256[] indexed sizes, Kind kind, bytes4 selector);
    event Many(int256 indexed a, bytes32 indexed b, bool indexed c, address[] list);
    event Transfer(address indexed from, address indexed to, uint256 value);

    error Withered(Leaf leaf, string reason);
    error InsufficientBalance(address sender, uint256 balance, uint256 needed);
    error Dead();

    uint256 public last;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(uint256 => Leaf)) public leafOf;

    constructor(Branch memory branch, uint8[] memory numbers_) payable {
        last = numbers_.length + branch.leaves.length;
        balanceOf[msg.sender] = 1_000;
        leafOf[msg.sender][branch.main.id] = branch.main;
    }

    receive() external payable {}

    function echo(Branch calldata branch) external pure returns (Branch memory) { return branch; }

    function echoMany(Branch[] calldata branches, bytes calldata raw) external pure returns (Branch[] memory all, bytes memory rawOut, uint256 count) {
        return (branches, raw, branches.length);
    }

    function numbers(uint8 a, uint16 b, uint32 c, uint64 d, uint128 e, int8 f, int16 g, int32 h, int64 i, int256 j, uint24 k, int40 l, uint256[3] calldata m, bytes3 n)
        external pure returns (uint8, uint16, uint32, uint64, uint128, int8, int16, int32, int64, int256, uint24, int40, uint256[3] memory, bytes3)
    { return (a, b, c, d, e, f, g, h, i, j, k, l, m, n); }

    function caller() external view returns (address) { return msg.sender; }

    function zeros(uint256 count) external pure returns (uint256[] memory) { return new uint256[](count); }

    function words() external pure returns (string[] memory text, bytes[] memory raw, bytes32[] memory hashes) {
        text = new string[](2);
        text[1] = unicode"hellö";
        raw = new bytes[](1);
        raw[0] = hex"c0ffee";
        hashes = new bytes32[](1);
        hashes[0] = bytes32(uint256(1));
    }

    function plant(Leaf calldata leaf) external payable {
        emit Planted(msg.sender, leaf.label, bytes(leaf.label), leaf);
        uint256[] memory sizes = new uint256[](2);
        sizes[0] = 7;
        emit Grown(leaf, sizes, Kind.Guardian, 0x12345678);
        address[] memory list = new address[](1);
        list[0] = msg.sender;
        emit Many(-5, bytes32(uint256(9)), true, list);
        last = leaf.id;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        uint256 balance = balanceOf[msg.sender];
        if (balance < value) revert InsufficientBalance(msg.sender, balance, value);
        balanceOf[msg.sender] = balance - value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
        return true;
    }

    function fail(uint8 how, Leaf calldata leaf) external returns (uint256) {
        if (how == 0) revert Withered(leaf, "dry");
        if (how == 1) revert Dead();
        if (how == 2) revert("plain reason");
        if (how == 3) revert();
        if (how == 4) return 1 / (last - last);
        return ++last;
    }

    function set(uint256 a) external { last = a; }
    function set(uint256 a, string calldata) external { last = a; }
}
