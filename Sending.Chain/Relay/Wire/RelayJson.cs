using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Formats;
using Sending.Chain.Wire;

namespace Sending.Chain.Relay.Wire;

/// <summary>The JSON that clients and Edges exchange; members that are not known are ignored.</summary>
public static class RelayJson
{
    /// <summary>Most envelopes that one request acknowledges or hands out.</summary>
    public const int MostAtOnce = 256;

    /// <summary>The largest number that every JSON reader keeps exactly: 2^53 - 1.</summary>
    public const long LargestNumber = (1L << 53) - 1;

    /// <summary>Writes an envelope.</summary>
    public static void Write(Utf8JsonWriter writer, Envelope envelope)
    {
        writer.WriteStartObject();
        writer.WriteString("id", envelope.Id);
        writer.WriteString("from", envelope.From.ToString());
        writer.WriteString("to", envelope.To.ToString());
        writer.WriteNumber("ttl", envelope.Ttl);
        writer.WriteBase64String("body", envelope.Body.Span);
        writer.WriteEndObject();
    }

    /// <summary>Writes an envelope as it is handed out; its members stand in the object that is open.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Delivery delivery)
    {
        writer.WriteNumber("sequence", delivery.Sequence);
        writer.WritePropertyName("envelope");
        Write(writer, delivery.Envelope);
        writer.WriteNumber("units", delivery.Units);
    }

    /// <summary>Reads an envelope.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Envelope ReadEnvelope(WireObject json)
    {
        var ttl = (int)json.Whole("ttl", Envelope.LongestTtl);
        return ttl > 0 ? new Envelope(ReadId(json), json.Did("from"), json.Did("to"), ttl, json.Base64("body")) : throw WireObject.Wrong("ttl", "at least 1");
    }

    /// <summary>Reads what <see cref="WriteMembers"/> writes.</summary>
    public static Delivery ReadDelivery(WireObject json)
    {
        var delivery = new Delivery(json.Whole("sequence", LargestNumber), ReadEnvelope(json.Object("envelope")), (int)json.Whole("units", int.MaxValue));
        return delivery.Units == delivery.Envelope.Units ? delivery : throw WireObject.Wrong("units", "what the envelope costs");
    }

    /// <summary>Envelopes' names: <c>"ids":[{"from","id"}…]</c>.</summary>
    public static JsonArray Of(IEnumerable<EnvelopeKey> keys) => [.. keys.Select(key => (JsonNode)new JsonObject { ["from"] = key.From.ToString(), ["id"] = key.Id })];

    /// <summary>Reads envelopes' names.</summary>
    public static List<EnvelopeKey> ReadKeys(WireObject json)
        => json.List("ids", MostAtOnce, each => new EnvelopeKey(each.Did("from"), ReadId(each)));

    /// <summary>A receipt.</summary>
    public static JsonObject Of(SignedReceipt receipt) => new()
    {
        ["client"] = receipt.Client,
        ["epoch"] = receipt.Epoch,
        ["units"] = receipt.Units,
        ["signature"] = Hex(receipt.Signature),
    };

    /// <summary>Reads a receipt.</summary>
    public static SignedReceipt ReadReceipt(WireObject json) => new(
        json.Address("client"),
        json.Whole("epoch", LargestNumber),
        json.Whole("units", LargestNumber),
        json.BytesOf("signature", AccountSignature.Length));

    /// <summary>How a client stands.</summary>
    public static JsonObject Of(AccountStatus account) => new()
    {
        ["payer"] = account.Payer,
        ["signer"] = account.Signer,
        ["edge"] = account.Edge,
        ["epoch"] = account.Epoch,
        ["window"] = account.Window,
        ["credit"] = BigInteger.Max(account.Credit, 0).ToString(CultureInfo.InvariantCulture),
        ["due"] = new JsonArray([.. account.Due.Select(due => (JsonNode)new JsonObject
        {
            ["epoch"] = due.Epoch,
            ["units"] = due.Units,
            ["receipted"] = due.Receipted,
            ["signature"] = due.Signature is null ? null : Hex(due.Signature),
        })]),
    };

    /// <summary>Reads how a client stands.</summary>
    public static AccountStatus ReadAccount(WireObject json) => new(
        json.Holds("payer") ? json.Address("payer") : null,
        json.Address("signer"),
        json.Address("edge"),
        json.Whole("epoch", LargestNumber),
        json.Whole("window", LargestNumber),
        json.Amount("credit"),
        json.List("due", 1_000, due => new DueReceipt(
            due.Whole("epoch", LargestNumber),
            due.Whole("units", LargestNumber),
            due.Whole("receipted", LargestNumber),
            due.Holds("signature") ? due.BytesOf("signature", AccountSignature.Length) : null)));

    /// <summary>What an Edge tells of itself.</summary>
    public static JsonObject Of(EdgeInfo info) => new()
    {
        ["chainId"] = info.ChainId,
        ["edge"] = info.Edge,
        ["did"] = new Did(info.Edge).ToString(),
        ["workProofs"] = info.WorkProofs,
        ["epoch"] = info.Epoch,
        ["feePerUnit"] = info.FeePerUnit.ToString(CultureInfo.InvariantCulture),
        ["maxBody"] = info.MaxBody,
        ["maxTtl"] = info.MaxTtl,
        ["window"] = info.Window,
    };

    /// <summary>Reads what an Edge tells of itself.</summary>
    public static EdgeInfo ReadInfo(WireObject json) => new(
        json.Whole("chainId", LargestNumber),
        json.Address("edge"),
        json.Address("workProofs"),
        json.Whole("epoch", LargestNumber),
        json.Amount("feePerUnit"),
        (int)json.Whole("maxBody", int.MaxValue),
        (int)json.Whole("maxTtl", int.MaxValue),
        json.Whole("window", LargestNumber));

    private static string ReadId(WireObject json) => json.Text("id") is var id && Envelope.IsId(id) ? id : throw WireObject.Wrong("id", "32 lower-case hexadecimal digits");

    private static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);
}
