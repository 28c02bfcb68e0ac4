using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Identity.Login;

namespace Sending.Cli.Commands.Did;

/// <summary>A log-in as it goes to a service: the message and its signature.</summary>
internal sealed record LoginFile(LoginMessage Message, byte[] Signature)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => new JsonObject { ["message"] = Message.Text, ["signature"] = DidKeys.Hex(Signature) }.ToJsonString(Options);

    /// <summary>Reads what `did login` prints, with --json or without.</summary>
    /// <exception cref="CliException">It is nothing of the kind.</exception>
    public static LoginFile Parse(string json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            root = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data) ? data : root;
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
                && root.TryGetProperty("signature", out var signature) && signature.ValueKind == JsonValueKind.String
                && signature.GetString() is { } hex && hex.StartsWith("0x", StringComparison.Ordinal))
            {
                return new LoginFile(LoginMessage.Parse(message.GetString()!), Convert.FromHexString(hex.AsSpan(2)));
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw CliException.Usage("invalid_input", $"{source} holds no log-in: {error.Message}");
        }

        throw CliException.Usage("invalid_input", $"{source} holds no log-in. Give what `sending-cli did login` prints: JSON with message and signature.");
    }
}
