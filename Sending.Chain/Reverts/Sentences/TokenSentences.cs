namespace Sending.Chain.Reverts.Sentences;

/// <summary>What SendToken refuses.</summary>
internal static class TokenSentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
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
}
