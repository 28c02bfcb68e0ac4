using Sending.Chain.Errors;
using Sending.Chain.Identity;
using Sending.Cli.Output;

namespace Sending.Cli.Commands.Did;

/// <summary>Keys as users write and read them.</summary>
internal static class DidKeys
{
    private const int MaxFileLength = 4096;

    public const string Description = "Public key: hex digits, a Multikey (z…), or a PEM file (openssl pkey -pubout)";

    public static string Purposes { get; } = string.Join(", ", Enum.GetValues<DidKeyPurpose>().Select(Name));

    public static string Name(DidKeyPurpose purpose) => purpose.ToString().ToLowerInvariant();

    public static DidKeyPurpose Purpose(string text)
    {
        var names = Enum.GetValues<DidKeyPurpose>();
        var at = Array.FindIndex(names, purpose => Name(purpose).Equals(text, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? names[at] : throw CliException.Usage("invalid_input", $"'{text}' is no purpose of a key: {Purposes}.");
    }

    /// <summary>The key that a text is, or that is in the file of that name.</summary>
    public static DidKey Read(string textOrFile, DidKeyPurpose purpose, string folder) => PublicKeyText.Parse(Text(textOrFile, folder), purpose);

    /// <summary>The same, whatever it is for.</summary>
    public static byte[] Bytes(string textOrFile, string folder)
    {
        var text = Text(textOrFile, folder);
        try
        {
            return PublicKeyText.Parse(text, DidKeyPurpose.Authentication).Bytes;
        }
        catch (SendingException)
        {
            return PublicKeyText.Parse(text, DidKeyPurpose.Agreement).Bytes;
        }
    }

    public static IEnumerable<Field> Fields(DidKey key) =>
    [
        new("keyType", "Type", Value.Of(key.Type.ToString())),
        new("purpose", "For", Value.Of(Name(key.Purpose))),
        new("key", "Key", Value.Of(Hex(key.Bytes))),
    ];

    public static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);

    private static string Text(string textOrFile, string folder)
    {
        var file = new FileInfo(Path.GetFullPath(textOrFile, folder));
        return file is { Exists: true, Length: <= MaxFileLength } ? File.ReadAllText(file.FullName) : textOrFile;
    }
}
