using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sending.Chain.Formats;
using Sending.Chain.Http.Login;
using Sending.Chain.Http.Problems;
using Sending.Chain.Relay.Wire;
using Sending.Edge.Relay;

namespace Sending.Edge.Api;

/// <summary>What clients ask over HTTP; other Edges hand over envelopes here too.</summary>
internal sealed class ClientEndpoints(LoginEndpoints login, RateGuard rates, EnvelopeRelay relay, Mailboxes mailboxes)
{
    /// <summary>Most bytes of an envelope's JSON: its body in base64, with escapes that nobody needs, and the rest.</summary>
    public const int LargestEnvelope = (Envelope.LargestBody * 3 / 2) + (4 << 10);

    private const int LargestRequest = 64 << 10;
    private const int UsualLimit = 64;
    private const int LongestWait = 60;

    /// <summary>Takes an envelope.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var session = Enter(context);
        var hint = HintOf(context.Request.Query["home"]);
        var envelope = await Requests.ReadObjectAsync(context, LargestEnvelope, RelayJson.ReadEnvelope);
        var account = await await relay.BeginSendAsync(session, envelope, hint, context.RequestAborted);
        await Requests.WriteAsync(context, StatusCodes.Status202Accepted, new JsonObject { ["id"] = envelope.Id, ["units"] = envelope.Units, ["account"] = RelayJson.Of(account) });
    }

    /// <summary>Takes an envelope of another Edge.</summary>
    public async Task ForwardAsync(HttpContext context)
    {
        var session = Enter(context);
        var envelope = await Requests.ReadObjectAsync(context, LargestEnvelope, RelayJson.ReadEnvelope);
        await relay.ForwardAsync(session, envelope, context.RequestAborted);
        await Requests.WriteAsync(context, StatusCodes.Status202Accepted, new JsonObject { ["id"] = envelope.Id });
    }

    /// <summary>Hands out what waits, after waiting for it if asked to.</summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        var session = Enter(context);
        var limit = NumberOf(context, "limit", UsualLimit, 1, RelayJson.MostAtOnce);
        var wait = TimeSpan.FromSeconds(NumberOf(context, "wait", 0, 0, LongestWait));
        using var watch = mailboxes.Watch(session.Did);
        var found = await relay.ListAsync(session, 0, limit, 0, context.RequestAborted);
        if (found.Count == 0 && wait > TimeSpan.Zero && await watch.WaitAsync(wait, context.RequestAborted))
        {
            found = await relay.ListAsync(session, 0, limit, 0, context.RequestAborted);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("envelopes");
            foreach (var delivery in found)
            {
                writer.WriteStartObject();
                RelayJson.WriteMembers(writer, delivery);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        await Requests.WriteAsync(context, StatusCodes.Status200OK, buffer.WrittenMemory);
    }

    /// <summary>Ends envelopes that the client has.</summary>
    public async Task AcknowledgeAsync(HttpContext context)
    {
        var session = Enter(context);
        var keys = await Requests.ReadObjectAsync(context, LargestRequest, RelayJson.ReadKeys);
        var (ended, account) = await relay.AcknowledgeAsync(session, keys, context.RequestAborted);
        await Requests.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["acknowledged"] = ended.Count, ["account"] = RelayJson.Of(account) });
    }

    /// <summary>Takes a receipt.</summary>
    public async Task TakeReceiptAsync(HttpContext context)
    {
        var session = Enter(context);
        var receipt = await Requests.ReadObjectAsync(context, LargestRequest, RelayJson.ReadReceipt);
        await Requests.WriteAsync(context, StatusCodes.Status200OK, RelayJson.Of(await relay.TakeReceiptAsync(session, receipt, context.RequestAborted)));
    }

    /// <summary>Tells how the client stands.</summary>
    public async Task GetAccountAsync(HttpContext context)
        => await Requests.WriteAsync(context, StatusCodes.Status200OK, RelayJson.Of(await relay.GetAccountAsync(Enter(context), context.RequestAborted)));

    /// <summary>The owner that a DID in a query or message names; null for none.</summary>
    /// <exception cref="FormatException">It is no DID.</exception>
    public static string? HintOf(string? home)
        => home is null ? null : Did.TryParse(home, out var did) ? did.Address : throw new FormatException("\"home\" is not a DID of the network (did:sdn: and 40 lower-case hexadecimal digits).");

    private LoginSession Enter(HttpContext context)
    {
        var session = login.Require(context);
        rates.RequireRequest(session.Did);
        return session;
    }

    private static int NumberOf(HttpContext context, string name, int usual, int least, int most)
    {
        string? text = context.Request.Query[name];
        return text is null ? usual
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"\"{name}\" is not a whole number from {least} to {most}."));
    }
}
