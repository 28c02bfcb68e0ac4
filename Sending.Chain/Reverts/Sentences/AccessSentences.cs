namespace Sending.Chain.Reverts.Sentences;

/// <summary>What pauses, permissions, proxies and libraries refuse.</summary>
internal static class AccessSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
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
    };
}
