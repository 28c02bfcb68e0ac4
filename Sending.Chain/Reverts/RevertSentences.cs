namespace Sending.Chain.Reverts;

/// <summary>The table of every error that the contracts can raise in a call of ours: what is wrong, and what to do.</summary>
internal static class RevertSentences
{
    private static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        // NodeStaking
        ["UnknownNode"] = a => $"There is no node of {a.Text("node")}. See `sending-cli node list`.",
        ["AlreadyRegistered"] = a => $"{a.Text("owner")} has registered a node already; an account owns one node, in one role, for ever.",
        ["InvalidRole"] = _ => "The role must be edge, guardian or watchdog.",
        ["InvalidEndpoint"] = a => $"The endpoint is {a.Text("length")} bytes long; at most {a.Text("maxLength")} are allowed.",
        ["OperatorInUse"] = a => $"The operator {a.Text("operator")} belongs to the node of {a.Text("node")} for ever. Use another key as operator.",
        ["InvalidOperatorConsent"] = a => $"The operator {a.Text("operator")} has not signed its consent to serve {a.Text("owner")}.",
        ["ZeroAddress"] = _ => "An address is zero.",
        ["ZeroAmount"] = _ => "The amount is zero.",
        ["BelowMinimumStake"] = a => $"A stake of {a.Send("stake")} is below the role's minimum of {a.Send("minimum")}.",
        ["CommissionTooHigh"] = a => $"A commission of {a.Rate("commission")} is above the maximum of {a.Rate("maximum")}.",
        ["CommissionStepTooLarge"] = a => $"The commission cannot go from {a.Rate("from")} to {a.Rate("to")} at once; the largest step is {a.Rate("maxStep")}.",
        ["DelegationLimitExceeded"] = a => $"The node would have {a.Send("delegated")} delegated to it; its own stake allows {a.Send("limit")}.",
        ["InsufficientStake"] = a => $"{a.Send("requested")} is more than the {a.Send("available")} that are staked.",
        ["UnknownRequest"] = a => $"There is no open request {a.Text("requestId")} of {a.Text("account")} at the node of {a.Text("node")}. See `sending-cli unstake list`.",
        ["RequestNotMature"] = a => $"Request {a.Text("requestId")} can be withdrawn from {a.Time("availableAt")} on, not before.",
        ["NothingToClaim"] = a => $"{a.Text("account")} has no released rewards at the node of {a.Text("node")}. See `sending-cli rewards show`.",
        ["NodeTombstoned"] = a => $"The node of {a.Text("node")} was slashed below 1 % and is closed for ever: nothing enters any more, everything left can be taken out.",
        ["NotGuardian"] = a => $"The node of {a.Text("node")} is no guardian.",
        ["NotNodeOperator"] = a => $"{a.Text("caller")} is neither owner nor operator of the node of {a.Text("node")}.",
        ["NotSuspended"] = a => $"The guardian {a.Text("node")} is not suspended; there is nothing to resume.",
        ["AlreadySuspended"] = a => $"The guardian {a.Text("node")} is suspended already.",
        ["NotInactive"] = a => $"The guardian {a.Text("node")} was last seen in epoch {a.Text("lastSeenEpoch")}, too recently to be suspended.",
        ["DelegationIsByStake"] = _ => "Votes cannot be delegated by themselves: delegate stake instead (`sending-cli delegate`).",
        ["FutureEpoch"] = a => $"Epoch {a.Text("epoch")} has not come yet; it is epoch {a.Text("currentEpoch")}.",
        ["ERC5805FutureLookup"] = a => $"The time {a.Time("timepoint")} has not come yet.",

        // Pause, permissions, upgrades
        ["EntriesArePaused"] = a => $"New stakes and registrations are paused until {a.Time("until")}. Unstaking, withdrawing and claiming work.",
        ["EntriesNotPaused"] = _ => "Entries are not paused.",
        ["InvalidPause"] = a => $"A pause of {a.Span("duration")} is not allowed; it lasts between a second and {a.Span("maxDuration")}.",
        ["PauseTooSoon"] = a => $"The next pause may begin on {a.Time("notBefore")}.",
        ["AccessManagedUnauthorized"] = a => $"{a.Text("caller")} does not hold the role that this call needs.",
        ["AccessManagedRequiredDelay"] = a => $"{a.Text("caller")} must schedule this call {a.Span("delay")} ahead.",
        ["AccessManagedInvalidAuthority"] = a => $"{a.Text("authority")} is no access manager.",
        ["ReentrancyGuardReentrantCall"] = _ => "The contract was called again from inside its own call.",
        ["InvalidInitialization"] = _ => "The contract is initialised already.",
        ["NotInitializing"] = _ => "This works only while the contract is initialised.",
        ["UUPSUnauthorizedCallContext"] = _ => "Upgrades go through the proxy.",
        ["UUPSUnsupportedProxiableUUID"] = _ => "The new implementation is not upgradeable in the same way.",
        ["ERC1967InvalidImplementation"] = a => $"{a.Text("implementation")} holds no implementation.",
        ["ERC1967NonPayable"] = _ => "The call must not carry ETH.",
        ["AddressEmptyCode"] = a => $"There is no contract at {a.Text("target")}.",
        ["FailedCall"] = _ => "An inner call failed without a reason.",
        ["SafeERC20FailedOperation"] = a => $"The token {a.Text("token")} refused the transfer.",
        ["SafeCastOverflowedUintDowncast"] = a => $"The number {a.Text("value")} is too large.",
        ["SafeCastOverflowedIntDowncast"] = a => $"The number {a.Text("value")} is too large.",
        ["SafeCastOverflowedUintToInt"] = a => $"The number {a.Text("value")} is too large.",
        ["CheckpointUnorderedInsertion"] = _ => "The chain's clock went back; votes cannot be recorded.",
        ["VotesExpiredSignature"] = a => $"The signature was valid until {a.Time("expiry")}.",

        // ProtocolConfig
        ["ParameterOutOfBounds"] = a => $"The value {a.Text("value")} lies outside of {a.Text("min")} to {a.Text("max")}.",
        ["NotWholeGwei"] = a => $"The amount {a.Send("value")} is not a whole number of 0.000000001 SEND.",
        ["ParameterMissing"] = a => $"Parameter {a.Text("parameter")} has no value.",
        ["ListenerKnown"] = a => $"{a.Text("listener")} listens to parameter changes already.",
        ["ListenerUnknown"] = a => $"{a.Text("listener")} does not listen to parameter changes.",
        ["TooManyListeners"] = a => $"At most {a.Text("max")} contracts can listen to parameter changes.",
        ["LengthMismatch"] = a => $"{a.Text("parameters")} parameters came with {a.Text("values")} values.",
        ["InvalidClock"] = _ => "The epoch clock's windows are out of order.",
        ["UnbondingTooShort"] = a => $"Unbonding in {a.Span("unbonding")} is too short; {a.Span("required")} are needed.",
        ["InactivityTooLong"] = a => $"An inactivity of {a.Span("duration")} is too long; the limit is {a.Span("limit")}.",
        ["BeforeGenesis"] = a => $"The epoch clock begins on {a.Time("genesis")}.",

        // SendToken
        ["ERC20InsufficientBalance"] = a => $"{a.Text("sender")} holds {a.Send("balance")}; {a.Send("needed")} are needed.",
        ["ERC20InsufficientAllowance"] = a => $"{a.Text("spender")} may spend {a.Send("allowance")}; {a.Send("needed")} are needed.",
        ["ERC20InvalidSender"] = a => $"{a.Text("sender")} cannot send tokens.",
        ["ERC20InvalidReceiver"] = a => $"{a.Text("receiver")} cannot receive tokens.",
        ["ERC20InvalidApprover"] = a => $"{a.Text("approver")} cannot approve spending.",
        ["ERC20InvalidSpender"] = a => $"{a.Text("spender")} cannot be approved.",
        ["ERC2612ExpiredSignature"] = a => $"The permit was valid until {a.Time("deadline")}. Run the command again.",
        ["ERC2612InvalidSigner"] = a => $"The permit was signed by {a.Text("signer")}, not by {a.Text("owner")}.",
        ["InvalidAccountNonce"] = a => $"A permit of {a.Text("account")} was used meanwhile. Run the command again.",
        ["ECDSAInvalidSignature"] = _ => "A signature is invalid.",
        ["ECDSAInvalidSignatureLength"] = _ => "A signature has the wrong length.",
        ["ECDSAInvalidSignatureS"] = _ => "A signature has a high s value.",
        ["InvalidShortString"] = _ => "A name is malformed.",
        ["StringTooLong"] = _ => "A name is too long.",
    };

    /// <summary>The errors that have a sentence.</summary>
    public static IReadOnlyCollection<string> Errors => Table.Keys;

    /// <summary>The sentence for an error; its bare name when the table has none.</summary>
    public static string For(string error, RevertArguments arguments)
        => Table.TryGetValue(error, out var sentence)
            ? sentence(arguments)
            : $"The contract refuses with {error}({string.Join(", ", arguments.All().Select(pair => $"{pair.Key}: {pair.Value}"))}).";
}
