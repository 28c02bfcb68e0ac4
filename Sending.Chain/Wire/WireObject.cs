using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;

namespace Sending.Chain.Wire;

/// <summary>The members of a JSON object that somebody else wrote, each of the type that it must have. Members that nobody asks for are ignored.</summary>
public readonly partial struct WireObject
{
    private const int MaxDepth = 8;
    private const int MaxDigits = 78;

    private readonly JsonElement _element;

    private WireObject(JsonElement element, string what)
    {
        _element = element.ValueKind == JsonValueKind.Object ? element : throw new FormatException($"{what} is no JSON object.");
    }

    /// <summary>Reads a document. What <paramref name="read"/> returns may not hold parts of it.</summary>
    /// <exception cref="FormatException">It is no JSON, or not what <paramref name="read"/> asks for.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, Func<WireObject, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return read(new WireObject(document.RootElement, "The document"));
        }
        catch (JsonException error)
        {
            throw new FormatException($"The document is not valid JSON: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            // Half of a surrogate pair, written as an escape, is JSON and no text.
            throw new FormatException("The document has text that is not Unicode.", error);
        }
    }

    /// <summary>An address, by EIP-55.</summary>
    public string Address(string name)
    {
        var text = Text(name);
        if (!AddressPattern().IsMatch(text))
        {
            throw Wrong(name, "an address (0x and 40 hexadecimal digits)");
        }

        var address = Word.Address(Convert.FromHexString(text.AsSpan(2)));
        var digits = text.AsSpan(2);
        var mixed = digits.ContainsAnyInRange('a', 'f') && digits.ContainsAnyInRange('A', 'F');
        return !mixed || address == text ? address : throw Wrong(name, "an address with a right checksum (EIP-55)");
    }

    /// <summary>32 bytes as 0x and lower-case digits.</summary>
    public string Hash(string name)
    {
        var text = Text(name);
        return HashPattern().IsMatch(text) ? text : throw Wrong(name, "32 bytes (0x and 64 lower-case hexadecimal digits)");
    }

    /// <summary>The same; null where the document says null.</summary>
    public string? HashOrNull(string name) => Member(name).ValueKind == JsonValueKind.Null ? null : Hash(name);

    /// <summary>A list of 32 bytes each.</summary>
    public List<byte[]> Hashes(string name, int atMost)
    {
        var member = Member(name);
        if (member.ValueKind != JsonValueKind.Array || member.GetArrayLength() > atMost)
        {
            throw Wrong(name, $"a list of at most {atMost}");
        }

        return
        [
            .. member.EnumerateArray().Select(entry => entry.ValueKind == JsonValueKind.String && entry.GetString()! is var text && HashPattern().IsMatch(text)
                ? Convert.FromHexString(text.AsSpan(2))
                : throw Wrong(name, "a list of 32 bytes each")),
        ];
    }

    /// <summary>Bytes, written as 0x and digits.</summary>
    public byte[] Bytes(string name, int atMost)
    {
        var text = Text(name);
        return text.Length <= 2 + (2 * atMost) && BytesPattern().IsMatch(text)
            ? Convert.FromHexString(text.AsSpan(2))
            : throw Wrong(name, $"at most {atMost} bytes (0x and hexadecimal digits)");
    }

    /// <summary>So many bytes, written as 0x and digits.</summary>
    public byte[] BytesOf(string name, int length) => Bytes(name, length) is var bytes && bytes.Length == length ? bytes : throw Wrong(name, $"{length} bytes (0x and hexadecimal digits)");

    /// <summary>Bytes in base64 (RFC 4648, section 4).</summary>
    public byte[] Base64(string name) => Member(name) is { ValueKind: JsonValueKind.String } member && member.TryGetBytesFromBase64(out var bytes) ? bytes : throw Wrong(name, "base64");

    /// <summary>A DID of the network.</summary>
    public Did Did(string name) => Formats.Did.TryParse(Text(name), out var did) ? did : throw Wrong(name, "a DID of the network (did:sdn: and 40 lower-case hexadecimal digits)");

    /// <summary>Whether the document has the member, be it null.</summary>
    public bool Has(string name) => _element.TryGetProperty(name, out _);

    /// <summary>Whether the document has the member, and it is not null.</summary>
    public bool Holds(string name) => _element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null;

    /// <summary>A whole number of 64 bits without sign.</summary>
    public ulong Unsigned(string name)
        => Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetUInt64(out var number) ? number : throw Wrong(name, "a whole number below 2^64");

    /// <summary>A whole number from 0 to <paramref name="atMost"/>.</summary>
    public long Whole(string name, long atMost = long.MaxValue)
        => Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) && number >= 0 && number <= atMost
            ? number
            : throw Wrong(name, $"a whole number from 0 to {atMost}");

    /// <summary>The same; null where the document says null.</summary>
    public long? WholeOrNull(string name, long atMost = long.MaxValue) => Member(name).ValueKind == JsonValueKind.Null ? null : Whole(name, atMost);

    /// <summary>An amount, written as decimal digits, below 2^256.</summary>
    public BigInteger Amount(string name)
    {
        var text = Text(name);
        return text.Length <= MaxDigits && AmountPattern().IsMatch(text) && BigInteger.Parse(text, CultureInfo.InvariantCulture) is var amount && amount.GetBitLength() <= 256
            ? amount
            : throw Wrong(name, "an amount (decimal digits)");
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string name) => Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false"),
    };

    /// <summary>An object inside.</summary>
    public WireObject Object(string name) => new(Member(name), $"\"{name}\"");

    /// <summary>The objects of a list.</summary>
    public List<T> List<T>(string name, int atMost, Func<WireObject, T> read)
    {
        var member = Member(name);
        if (member.ValueKind != JsonValueKind.Array || member.GetArrayLength() > atMost)
        {
            throw Wrong(name, $"a list of at most {atMost}");
        }

        return [.. member.EnumerateArray().Select(entry => read(new WireObject(entry, $"An entry of \"{name}\"")))];
    }

    /// <summary>A text.</summary>
    public string Text(string name) => Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString()! : throw Wrong(name, "a text");

    private JsonElement Member(string name) => _element.TryGetProperty(name, out var member) ? member : throw new FormatException($"The document lacks \"{name}\".");

    /// <summary>What a member is not.</summary>
    public static FormatException Wrong(string name, string expected) => new($"The document has in \"{name}\" something that is not {expected}.");

    [GeneratedRegex(@"\A0x[0-9a-fA-F]{40}\z")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\A0x[0-9a-f]{64}\z")]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"\A0x(?:[0-9a-fA-F]{2})*\z")]
    private static partial Regex BytesPattern();

    [GeneratedRegex(@"\A(?:0|[1-9][0-9]*)\z")]
    private static partial Regex AmountPattern();
}
