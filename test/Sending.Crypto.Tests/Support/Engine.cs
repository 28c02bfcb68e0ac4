using Sending.Crypto.Engines;

namespace Sending.Crypto.Tests.Support;

/// <summary>An engine under test. Its name, which is part of the tests' names, says when the machine lacks the other one.</summary>
public sealed class Engine
{
    private const string NativeName = "libsecp256k1";

    private static readonly NativeEngine? Native = NativeSearch.TryLoad(NativeSearch.Names, out var engine, out _) ? engine : null;

    private Engine(string name, SignatureEngine implementation)
    {
        Name = name;
        Implementation = implementation;
    }

    /// <summary>All that this machine has.</summary>
    public static IReadOnlyList<Engine> All { get; } = Native is null
        ? [new Engine($"BouncyCastle alone, {NativeName} is not on this machine", new ManagedEngine())]
        : [new Engine("BouncyCastle", new ManagedEngine()), new Engine(NativeName, Native)];

    /// <summary><see cref="All"/> for theories.</summary>
    public static TheoryData<Engine> Theory => [.. All];

    public string Name { get; }

    internal SignatureEngine Implementation { get; }

    public override string ToString() => Name;
}
