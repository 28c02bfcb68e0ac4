namespace Sending.Crypto.Engines;

/// <summary>Which engine computes, and what to tell whoever runs the program about it.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Notice">How to get the faster one; null when there is nothing to do.</param>
internal sealed record EngineChoice(SignatureEngine Engine, string? Notice)
{
    private const string Advice =
        "On Debian and Ubuntu install the package libsecp256k1-1 (or whichever libsecp256k1-dev brings), with Homebrew secp256k1; "
        + "for Windows no package manager has the DLL (vcpkg's is static): build it with its recovery module.";

    /// <param name="wanted">The value of <see cref="Secp256k1.EngineVariable"/>; null for none.</param>
    /// <param name="libraryNames">See <see cref="NativeSearch.Names"/>.</param>
    /// <exception cref="SignatureEngineException">It is none of the words it can be, or says native and the library cannot be used.</exception>
    public static EngineChoice Make(string? wanted, IEnumerable<string> libraryNames)
    {
        if (wanted == "managed")
        {
            return new EngineChoice(new ManagedEngine(), Notice: null);
        }

        if (wanted is not (null or "" or "auto" or "native"))
        {
            throw new SignatureEngineException($"{Secp256k1.EngineVariable} is \"{wanted}\"; it can be auto, native or managed.");
        }

        if (NativeSearch.TryLoad(libraryNames, out var native, out var trouble))
        {
            return new EngineChoice(native, Notice: null);
        }

        var finding = trouble is null ? "libsecp256k1 is not installed" : $"libsecp256k1 cannot be used: {trouble}";
        return wanted == "native"
            ? throw new SignatureEngineException($"{Secp256k1.EngineVariable} is native, but {finding}. {Advice}")
            : new EngineChoice(new ManagedEngine(), $"Signatures are checked several times slower than they could be: {finding}. {Advice}");
    }
}
