using Sending.Chain.Relay.Wire;
using Sending.Chain.Wire;

namespace Sending.Edge.Api;

/// <summary>What a client says on a socket.</summary>
internal abstract record ClientMessage
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ClientMessage Read(WireObject json) => json.Text("type") switch
    {
        "send" => new Send(RelayJson.ReadEnvelope(json.Object("envelope")), json.Holds("home") ? ClientEndpoints.HintOf(json.Text("home")) : null),
        "acknowledge" => new Acknowledge(RelayJson.ReadKeys(json)),
        "receipt" => new Receipt(RelayJson.ReadReceipt(json)),
        "account" => new AskAccount(),
        "ping" => new Ping(),
        _ => throw WireObject.Wrong("type", "send, acknowledge, receipt, account or ping"),
    };

    public sealed record Send(Envelope Envelope, string? Home) : ClientMessage;

    public sealed record Acknowledge(IReadOnlyList<EnvelopeKey> Keys) : ClientMessage;

    public sealed record Receipt(SignedReceipt Signed) : ClientMessage;

    public sealed record AskAccount : ClientMessage;

    public sealed record Ping : ClientMessage;
}
