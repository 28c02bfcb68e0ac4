using System.Text.Json;
using System.Text.RegularExpressions;
using Nethereum.Util;
using Sending.Chain.Errors;

namespace Sending.Chain.Deployments;

/// <summary>
/// Reads <c>deployments/&lt;network&gt;.json</c>:
/// <c>{"network","chainId","rpcUrl","deployBlock","contracts":{"SendToken":"0x…", …}}</c>.
/// </summary>
public static partial class DeploymentFile
{
    /// <summary>Reads and checks a deployment file.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.DeploymentNotFound"/> or <see cref="ErrorCode.DeploymentInvalid"/>.</exception>
    public static async Task<Deployment> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string json;
        try
        {
            json = await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SendingException(
                ErrorCode.DeploymentNotFound,
                $"There is no deployment file {path}. For a local network run `sending-cli devnet up` first.",
                new Dictionary<string, string> { ["file"] = path },
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Invalid(path, $"cannot be read: {error.Message}", error);
        }

        return Parse(json, path);
    }

    /// <summary>Checks the text of a deployment file.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="source">Names the file in errors.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.DeploymentInvalid"/>.</exception>
    public static Deployment Parse(string json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = new Fields(document.RootElement, "", source);
            var contracts = root.Object("contracts");
            return new Deployment(
                root.Text("network"),
                root.Number("chainId", minimum: 1),
                root.Url("rpcUrl"),
                root.Number("deployBlock", minimum: 0),
                new ContractAddresses(
                    contracts.Address(nameof(ContractAddresses.SendToken)),
                    contracts.Address(nameof(ContractAddresses.AccessManager)),
                    contracts.Address(nameof(ContractAddresses.ProtocolConfig)),
                    contracts.Address(nameof(ContractAddresses.NodeStaking)),
                    contracts.Address(nameof(ContractAddresses.DidRegistry)),
                    contracts.Address(nameof(ContractAddresses.RelayCredit)),
                    contracts.Address(nameof(ContractAddresses.WorkProofs)),
                    contracts.Address(nameof(ContractAddresses.RewardPool)),
                    contracts.Address(nameof(ContractAddresses.SendGovernor))));
        }
        catch (JsonException error)
        {
            throw Invalid(source, $"is not valid JSON (line {error.LineNumber + 1})", error);
        }
        catch (InvalidOperationException error)
        {
            // Half of a surrogate pair, written as an escape, is JSON and no text.
            throw Invalid(source, "has text that is not Unicode", error);
        }
    }

    private static SendingException Invalid(string source, string why, Exception? cause = null)
        => new(
            ErrorCode.DeploymentInvalid,
            $"The deployment file {source} {why}. Deploy again, or restore the file.",
            new Dictionary<string, string> { ["file"] = source },
            cause);

    [GeneratedRegex("^0x[0-9a-fA-F]{40}$")]
    private static partial Regex AddressPattern();

    /// <summary>The members of one JSON object, read by name; every failure names the member's path.</summary>
    private sealed class Fields
    {
        private readonly JsonElement _element;
        private readonly string _prefix;
        private readonly string _source;

        public Fields(JsonElement element, string prefix, string source)
        {
            (_element, _prefix, _source) = (element, prefix, source);
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw Invalid(source, prefix.Length == 0 ? "does not hold a JSON object" : $"has no object in \"{prefix.TrimEnd('.')}\"");
            }
        }

        public Fields Object(string name) => new(Member(name), _prefix + name + ".", _source);

        public string Text(string name)
            => Member(name) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 } text
                ? text
                : throw Wrong(name, "a text");

        public long Number(string name, long minimum)
            => Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) && number >= minimum
                ? number
                : throw Wrong(name, $"a whole number of at least {minimum}");

        public Uri Url(string name)
            => Uri.TryCreate(Text(name), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? url
                : throw Wrong(name, "an http or https URL");

        public string Address(string name)
        {
            var text = Text(name);
            if (!AddressPattern().IsMatch(text) || AddressUtil.Current.IsZeroAddress(text))
            {
                throw Wrong(name, "a contract address (0x and 40 hex digits)");
            }

            var checksummed = AddressUtil.Current.ConvertToChecksumAddress(text);
            var digits = text[2..];
            var mixedCase = digits.Any(char.IsAsciiLetterUpper) && digits.Any(char.IsAsciiLetterLower);
            return !mixedCase || checksummed == text
                ? checksummed
                : throw Wrong(name, "a contract address with a right checksum (EIP-55)");
        }

        private JsonElement Member(string name)
            => _element.TryGetProperty(name, out var member) ? member : throw Invalid(_source, $"lacks \"{_prefix}{name}\"");

        private SendingException Wrong(string name, string expected)
            => Invalid(_source, $"has in \"{_prefix}{name}\" something that is not {expected}");
    }
}
