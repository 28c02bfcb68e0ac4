using Sending.Chain.Relay.Wire;
using Sending.Chain.Wire;

namespace Sending.Chain.Relay;

/// <summary>What an Edge says on a socket.</summary>
internal abstract record EdgeMessage
{
    /// <summary>Reads a message; of a type that is not known, one that says nothing.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static EdgeMessage Read(WireObject json) => json.Text("type") switch
    {
        "accepted" => new Accepted(json.Text("id")),
        "refused" => new Refused(json.Text("id"), EdgeRefusal.Read(json.Object("problem"))),
        "deliver" => new Deliver(RelayJson.ReadDelivery(json)),
        "account" => new Account(RelayJson.ReadAccount(json)),
        "problem" => new Problem(EdgeRefusal.Read(json.Object("problem"))),
        _ => new Other(),
    };

    public sealed record Accepted(string Id) : EdgeMessage;

    public sealed record Refused(string Id, EdgeRefusal Refusal) : EdgeMessage;

    public sealed record Deliver(Delivery Delivery) : EdgeMessage;

    public sealed record Account(AccountStatus Status) : EdgeMessage;

    public sealed record Problem(EdgeRefusal Refusal) : EdgeMessage;

    public sealed record Other : EdgeMessage;
}

/// <summary>Problem details of an Edge.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The reason, for programs.</param>
/// <param name="Detail">The reason, for persons.</param>
internal sealed record EdgeRefusal(int Status, string Code, string Detail)
{
    private const int LongestText = 1_000;

    public static EdgeRefusal Read(WireObject json) => new((int)json.Whole("status", 599), Cut(json.Text("code")), Cut(json.Text("detail")));

    private static string Cut(string text) => text[..Math.Min(text.Length, LongestText)];
}
