using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Chain.Epochs;
using Sending.Chain.Formats;
using Sending.Crypto;

namespace Sending.Chain.Identity.Login;

/// <summary>
/// A message of "Sign-In with Ethereum" (EIP-4361), by which an account logs in: signed as EIP-191 says (<c>personal_sign</c>), so that every wallet
/// can. The text is what counts, and is kept as it was read; the same contents can be written in many ways.
/// </summary>
public sealed record LoginMessage
{
    private const string Greeting = " wants you to sign in with your Ethereum account:";

    private LoginMessage(string text) => Text = text;

    /// <summary>The whole message.</summary>
    public string Text { get; }

    /// <summary>The URI scheme of the service's origin; null when it is not named.</summary>
    public string? Scheme { get; private init; }

    /// <summary>Who asks: an authority of RFC 3986, such as <c>edge.example.org:8443</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>The account that signs (EIP-55).</summary>
    public required string Address { get; init; }

    /// <summary>A line for the person who signs; null for none.</summary>
    public string? Statement { get; private init; }

    /// <summary>What is logged in to, or as: in this network the DID.</summary>
    public required string Uri { get; init; }

    /// <summary>The chain.</summary>
    public required BigInteger ChainId { get; init; }

    /// <summary>At least eight letters and digits, chosen by the service.</summary>
    public required string Nonce { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>From when on it counts no more; null for never.</summary>
    public DateTimeOffset? ExpirationTime { get; private init; }

    /// <summary>From when on it counts; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    /// <summary>The service's name for the request; null for none.</summary>
    public string? RequestId { get; private init; }

    /// <summary>Further URIs; null when they are not named at all.</summary>
    public IReadOnlyList<string>? Resources { get; private init; }

    /// <summary>Makes the message of a log-in.</summary>
    /// <param name="domain">The service's authority.</param>
    /// <param name="address">Who will sign.</param>
    /// <param name="did">As whom to log in.</param>
    /// <param name="chainId">The chain.</param>
    /// <param name="nonce">The service's.</param>
    /// <param name="issuedAt">Now.</param>
    /// <param name="expirationTime">When it ends.</param>
    /// <param name="statement">A line for the person; null for none.</param>
    /// <exception cref="FormatException">A part is not as EIP-4361 wants it.</exception>
    public static LoginMessage Create(
        string domain,
        string address,
        Did did,
        BigInteger chainId,
        string nonce,
        DateTimeOffset issuedAt,
        DateTimeOffset expirationTime,
        string? statement = null)
    {
        string[] lines =
        [
            domain + Greeting,
            AddressUtil.Current.ConvertToChecksumAddress(address),
            "",
            .. statement is null ? (string[])[] : [statement],
            "",
            $"URI: {did}",
            "Version: 1",
            "Chain ID: " + chainId.ToString(CultureInfo.InvariantCulture),
            $"Nonce: {nonce}",
            $"Issued At: {ChainTime.FormatIso(issuedAt)}",
            $"Expiration Time: {ChainTime.FormatIso(expirationTime)}",
        ];
        return Parse(string.Join('\n', lines));
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="FormatException">It is none; the message says where it is wrong.</exception>
    public static LoginMessage Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LoginGrammar.MaxLength)
        {
            throw new FormatException($"The log-in message is longer than {LoginGrammar.MaxLength} characters.");
        }

        var lines = new LoginLines(text);
        var origin = lines.Next("the line that names the domain");
        if (!origin.EndsWith(Greeting, StringComparison.Ordinal))
        {
            throw lines.Wrong($"\"…{Greeting}\"");
        }

        origin = origin[..^Greeting.Length];
        var slashes = origin.IndexOf("://", StringComparison.Ordinal);
        var scheme = slashes < 0 ? null : lines.Check(origin[..slashes], LoginGrammar.Scheme().IsMatch, "a URI scheme");
        var domain = lines.Check(slashes < 0 ? origin : origin[(slashes + 3)..], LoginGrammar.IsAuthority, "a domain (RFC 3986, authority)");
        var address = lines.Check(lines.Next("the address"), IsChecksummed, "an address with a right checksum (EIP-55)");
        lines.Empty();
        var statement = lines.Peek().Length == 0 ? null : lines.Check(lines.Next("the statement"), LoginGrammar.Statement().IsMatch, "a statement of one line");
        lines.Empty();
        var message = new LoginMessage(text)
        {
            Scheme = scheme,
            Domain = domain,
            Address = address,
            Statement = statement,
            Uri = lines.Check(lines.Required("URI: "), LoginGrammar.IsUri, "a URI (RFC 3986)"),
            ChainId = RequireVersion(lines),
            Nonce = lines.Check(lines.Required("Nonce: "), LoginGrammar.Nonce().IsMatch, "a nonce of at least eight letters and digits"),
            IssuedAt = lines.Time(lines.Required("Issued At: ")),
            ExpirationTime = lines.Optional("Expiration Time: ") is { } end ? lines.Time(end) : null,
            NotBefore = lines.Optional("Not Before: ") is { } start ? lines.Time(start) : null,
            RequestId = lines.Optional("Request ID: ") is { } id ? lines.Check(id, LoginGrammar.RequestId().IsMatch, "a request id (RFC 3986, *pchar)") : null,
            Resources = ReadResources(lines),
        };
        lines.End();
        return message;
    }

    /// <summary>Reads a message.</summary>
    /// <returns>False when it is none.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out LoginMessage? message)
    {
        try
        {
            message = Parse(text);
            return true;
        }
        catch (FormatException)
        {
            message = null;
            return false;
        }
    }

    /// <summary>What is signed: the Keccak-256 of EIP-191's prefix and the message.</summary>
    public byte[] Digest()
    {
        var message = Encoding.UTF8.GetBytes(Text);
        return Keccak256.Hash([.. Encoding.UTF8.GetBytes("\u0019Ethereum Signed Message:\n" + message.Length.ToString(CultureInfo.InvariantCulture)), .. message]);
    }

    /// <summary>Signs the message.</summary>
    /// <param name="key">Of <see cref="Address"/>.</param>
    public byte[] Sign(EthECKey key) => AccountSignature.Sign(Digest(), key);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static BigInteger RequireVersion(LoginLines lines)
    {
        lines.Check(lines.Required("Version: "), version => version == "1", "the version 1");
        return BigInteger.Parse(lines.Check(lines.Required("Chain ID: "), LoginGrammar.ChainId().IsMatch, "a chain id"), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static List<string>? ReadResources(LoginLines lines)
    {
        if (lines.Optional("Resources:") is not { } rest)
        {
            return null;
        }

        lines.Check(rest, text => text.Length == 0, "the end of the line");
        var resources = new List<string>();
        while (lines.Optional("- ") is { } resource)
        {
            resources.Add(lines.Check(resource, LoginGrammar.IsUri, "a URI (RFC 3986)"));
        }

        return resources;
    }

    private static bool IsChecksummed(string text) => LoginGrammar.Address().IsMatch(text) && AddressUtil.Current.ConvertToChecksumAddress(text) == text;
}
