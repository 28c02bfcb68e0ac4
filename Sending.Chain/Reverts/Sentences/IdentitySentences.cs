namespace Sending.Chain.Reverts.Sentences;

/// <summary>What DidRegistry refuses.</summary>
internal static class IdentitySentences
{
    public static readonly Dictionary<string, Func<RevertArguments, string>> Table = new()
    {
        ["NotIdentityOwner"] = a => $"{a.Text("actor")} does not own the identity {a.Text("identity")}.",
        ["IdentityDeactivated"] = a => $"The identity {a.Text("identity")} was deactivated, for ever.",
        ["InvalidSignature(identity,owner)"] = a => $"The signature is not that of {a.Text("owner")}, who owns {a.Text("identity")}, over this change with its present nonce.",
        ["SignatureExpired"] = a => $"The signature was valid until {a.Time("deadline")}.",
        ["LegacySignaturesOff"] = a => $"The identity {a.Text("identity")} takes no signatures without chain id and deadline any more.",
        ["ValidityTooLong"] = a => $"A validity of {a.Text("validity")} seconds is too long.",
        ["NoChanges"] = _ => "There is no change to make.",
    };
}
