using Sending.Testing;

namespace Sending.Chain.Tests;

/// <summary>Test classes that share one devnet, and so run one after another. Each test uses accounts of its own.</summary>
[CollectionDefinition(Name)]
public sealed class DevnetCollection : ICollectionFixture<DevnetFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "devnet";
}
