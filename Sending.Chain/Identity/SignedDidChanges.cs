using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nethereum.Util;
using Sending.Chain.Errors;
using Sending.Chain.Formats;

namespace Sending.Chain.Identity;

/// <summary>Changes with their owner's signature, and the file in which they travel to whoever sends them.</summary>
/// <param name="Changes">What was signed.</param>
/// <param name="Domain">The chain and the registry that the signature is for.</param>
/// <param name="Signature">65 bytes.</param>
public sealed record SignedDidChanges(DidChanges Changes, TypedDataDomain Domain, byte[] Signature)
{
    /// <summary>Longest text of a file.</summary>
    public const int MaxLength = 1 << 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The text of the file: JSON; numbers as decimal text, bytes in hex.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new FileContent(
            Domain.ChainId.ToString(CultureInfo.InvariantCulture),
            Domain.VerifyingContract,
            new Did(Changes.Identity).ToString(),
            Changes.Owner,
            [.. Changes.Changes.Select(change => new FileChange(
                JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()), Hex(change.Name), change.Account, Hex(change.Value), $"{change.Validity}"))],
            $"{Changes.Nonce}",
            $"{Changes.Deadline}",
            Hex(Signature)),
        Options) + "\n";

    /// <summary>Reads a file, and finds out whether the owner has signed exactly what it says.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="source">Names the file in errors.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static SignedDidChanges Parse(string json, string source)
    {
        FileContent content;
        try
        {
            content = JsonSerializer.Deserialize<FileContent>(json.Length <= MaxLength ? json : "", Options) ?? throw Invalid(source, "holds nothing");
        }
        catch (JsonException error)
        {
            throw Invalid(source, "is no file of signed changes as --sign-only writes it", error);
        }
        catch (InvalidOperationException error)
        {
            // Half of a surrogate pair, written as an escape, is JSON and no text.
            throw Invalid(source, "has text that is not Unicode", error);
        }

        var changes = new DidChanges(
            Did.TryParse(content.Identity, out var did) ? did.Address : throw Invalid(source, "has in \"identity\" something that is not a DID of the network"),
            Address(content.Owner, "owner", source),
            [.. content.Changes.Select(change => Read(change, source))],
            Number(content.Nonce, "nonce", source),
            Number(content.Deadline, "deadline", source));
        var domain = TypedDataDomain.OfDid(Number(content.ChainId, "chainId", source), Address(content.Registry, "registry", source));
        var signature = Bytes(content.Signature, "signature", source);
        return changes.Changes.Count > 0 && AccountSignature.Recover(changes.Digest(domain), signature) == changes.Owner
            ? new SignedDidChanges(changes, domain, signature)
            : throw Invalid(source, $"is not signed by {changes.Owner}: it was changed after signing, or never whole");
    }

    private static DidChange Read(FileChange? change, string source)
    {
        if (change is null || Array.Find(Enum.GetValues<DidChangeKind>(), kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) == change.Kind) is var kind
            && JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) != change.Kind)
        {
            throw Invalid(source, "has a change of a kind that is not known");
        }

        var name = Bytes(change.Name, "name", source);
        return name.Length == Bytes32.Length
            ? new DidChange(kind, name, Address(change.Account, "account", source), Bytes(change.Value, "value", source), Number(change.Validity, "validity", source))
            : throw Invalid(source, "has in \"name\" something that is not 32 bytes");
    }

    private static string Address(string text, string name, string source)
        => text.Length == 42 && text.StartsWith("0x", StringComparison.Ordinal) && text[2..].All(char.IsAsciiHexDigit)
            ? AddressUtil.Current.ConvertToChecksumAddress(text)
            : throw Invalid(source, $"has in \"{name}\" something that is not an address");

    private static BigInteger Number(string text, string name, string source)
        => text.Length <= 78 && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < BigInteger.One << 256
            ? number
            : throw Invalid(source, $"has in \"{name}\" something that is not a number of 256 bits");

    private static byte[] Bytes(string text, string name, string source)
        => text.Length % 2 == 0 && text.StartsWith("0x", StringComparison.Ordinal) && text[2..].All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text.AsSpan(2))
            : throw Invalid(source, $"has in \"{name}\" something that is not bytes in hex");

    private static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);

    private static SendingException Invalid(string source, string why, Exception? cause = null)
        => new(ErrorCode.InvalidInput, $"{source} {why}. Sign the changes anew with --sign-only.", new Dictionary<string, string> { ["file"] = source }, cause);

    private sealed record FileContent(
        string ChainId, string Registry, string Identity, string Owner, IReadOnlyList<FileChange> Changes, string Nonce, string Deadline, string Signature);

    private sealed record FileChange(string Kind, string Name, string Account, string Value, string Validity);
}
