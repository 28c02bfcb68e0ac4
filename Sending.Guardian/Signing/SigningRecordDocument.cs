using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Wire;

namespace Sending.Guardian.Signing;

/// <summary>A signing record as JSON, to move a guardian to another machine: <c>{"format":"sending-signing-record","version":1,…,"signed":[{"epoch","digest"}]}</c>.</summary>
public static class SigningRecordDocument
{
    private const string Format = "sending-signing-record";
    private const int Version = 1;
    private const int MostSigned = 10_000_000;

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true };

    /// <summary>Writes what is on record.</summary>
    public static string Export(SigningRecord record) => new JsonObject
    {
        ["format"] = Format,
        ["version"] = Version,
        ["chainId"] = record.Chain.ChainId,
        ["deployBlockHash"] = record.Chain.DeployBlockHash,
        ["rewardPool"] = record.Pool,
        ["signed"] = new JsonArray([.. record.List().Select(entry => new JsonObject { ["epoch"] = entry.Epoch, ["digest"] = entry.Digest })]),
    }.ToJsonString(s_readable);

    /// <summary>Puts on record what a document says, all or nothing.</summary>
    /// <returns>How many were not on record.</returns>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.InvalidInput"/>: it is no such document; <see cref="ErrorCode.StateOfAnotherChain"/>; <see cref="ErrorCode.SigningRefused"/>: it
    /// contradicts the record.
    /// </exception>
    public static int Import(SigningRecord record, string json)
    {
        try
        {
            return record.Record(WireObject.Read(Encoding.UTF8.GetBytes(json), root => Read(root, record)));
        }
        catch (FormatException error)
        {
            throw new SendingException(ErrorCode.InvalidInput, $"This is no signing record: {error.Message}", null, error);
        }
    }

    private static List<SignedSettlement> Read(WireObject root, SigningRecord record)
    {
        if (root.Text("format") != Format || root.Whole("version") != Version)
        {
            throw new FormatException($"It is not of the format {Format}, version {Version}.");
        }

        if (root.Whole("chainId") != record.Chain.ChainId || root.Hash("deployBlockHash") != record.Chain.DeployBlockHash || root.Address("rewardPool") != record.Pool)
        {
            throw new SendingException(ErrorCode.StateOfAnotherChain, "The document is about another chain, or another reward pool, than the one in use. Nothing was imported.");
        }

        return root.List("signed", MostSigned, entry => new SignedSettlement(entry.Whole("epoch"), entry.Hash("digest")));
    }
}
