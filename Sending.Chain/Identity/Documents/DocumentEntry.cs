namespace Sending.Chain.Identity.Documents;

/// <summary>What a delegate or an attribute adds to a document.</summary>
/// <param name="Kind">A key (of a delegate or an attribute) or a service.</param>
/// <param name="Number">Its place in the fragment: <c>#delegate-3</c>, <c>#service-1</c>.</param>
/// <param name="Name">The attribute's name taken apart, or the delegate's type as the purpose.</param>
/// <param name="Account">EIP-55 address of a delegate; null for an attribute.</param>
/// <param name="Value">The attribute's value.</param>
internal sealed record DocumentEntry(DocumentEntryKind Kind, int Number, AttributeName Name, string? Account, byte[] Value)
{
    /// <summary>The entry's DID URL.</summary>
    public string Id(string did) => $"{did}#{(Kind == DocumentEntryKind.Service ? "service" : "delegate")}-{Number}";
}

/// <summary>Where an entry goes.</summary>
internal enum DocumentEntryKind
{
    /// <summary>A verification method with an account's address.</summary>
    Delegate,

    /// <summary>A verification method with a public key.</summary>
    Key,

    /// <summary>A service.</summary>
    Service,
}
