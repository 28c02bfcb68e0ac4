namespace Sending.Nethereum.Tests.JsonRpc;

/// <summary>Tests that send over HTTP run one after another: one of them shortens the timeout of all clients.</summary>
[CollectionDefinition(Name)]
public sealed class TimeoutCollection
{
    public const string Name = "RPC over HTTP";
}
