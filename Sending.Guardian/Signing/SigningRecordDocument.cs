using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Wire;

namespace Sending.Guardian.Signing;

/// <summary>A signing record as JSON, to move a guardian to another machine: <c>{"format":"sending-signing-record","version":1,…,"signed":[{"epoch","digest"}]}</c>.</summary>
public static class SigningRecordDocument
{
    /// <summary>Longest document that is read, in bytes.</summary>
    public const int MaxLength = 1 << 26;

    private const string Format = "sending-signing-record";
    private const int Version = 1;
    private const int MostSigned = 500_000;

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

    /// <summary>Reads a document about a chain and its reward pool.</summary>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.InvalidInput"/>: it is no such document; <see cref="ErrorCode.StateOfAnotherChain"/>.
    /// </exception>
    public static IReadOnlyList<SignedSettlement> Parse(string json, ChainIdentity chain, string rewardPool)
    {
        try
        {
            return WireObject.Read(Encoding.UTF8.GetBytes(json), root => Read(root, chain, rewardPool));
        }
        catch (FormatException error)
        {
            throw new SendingException(ErrorCode.InvalidInput, $"This is no signing record: {error.Message}", null, error);
        }
    }

    private static List<SignedSettlement> Read(WireObject root, ChainIdentity chain, string rewardPool)
    {
        if (root.Text("format") != Format || root.Whole("version") != Version)
        {
            throw new FormatException($"It is not of the format {Format}, version {Version}.");
        }

        if (root.Whole("chainId") != chain.ChainId || root.Hash("deployBlockHash") != chain.DeployBlockHash || root.Address("rewardPool") != rewardPool)
        {
            throw new SendingException(ErrorCode.StateOfAnotherChain, "The signing record is about another chain, or another reward pool, than the one in use. Nothing was imported.");
        }

        return root.List("signed", MostSigned, entry => new SignedSettlement(entry.Whole("epoch"), entry.Hash("digest")));
    }
}
